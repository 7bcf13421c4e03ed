/**
 * Holds values against the app's OpenAPI document, by a validator that knows nothing of the app: examples, and what the
 * app really answers.
 */
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import formats from "ajv-formats";

type Document = { paths: Record<string, Record<string, object>> };
type Named = { path: string; method: string };

const ROOT = "https://errand.test/openapi.json";

/** A key as a segment of a JSON pointer in an address. */
const pointerTo = (...keys: string[]): string =>
  keys
    .map((key) => `/${encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`)
    .join("");

const inWords = (errors: ErrorObject[] | null | undefined): string[] =>
  (errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath || "/", message, JSON.stringify(params)].join(" "),
  );

/** What is wrong with a value, as lines; an empty list when it is as described. */
export const validatorFor = (document: Document) => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true });
  formats(ajv);
  ajv.addSchema(document, ROOT);

  const check = (value: unknown, ...keys: string[]): string[] => {
    const schema = ajv.getSchema(`${ROOT}#${pointerTo(...keys)}`);
    if (!schema) return [`Nothing is described at ${keys.join(" → ")}.`];
    return schema(value) ? [] : inWords(schema.errors);
  };

  /** Every event of a stream, its `data` as JSON. */
  const stream = (value: unknown, ...keys: string[]): string[] => {
    const faults = check(value, ...keys);
    if (faults.length > 0 || !Array.isArray(value)) return faults;
    const items = document as unknown;
    const types = keys.reduce((at, key) => (at as Record<string, unknown>)[key], items) as {
      items: { oneOf: { title: string }[] };
    };
    return value.flatMap(({ event, data }: { event: string; data: string }) => {
      const index = types.items.oneOf.findIndex(({ title }) => title === event);
      const path = ["items", "oneOf", String(index), "properties", "data", "contentSchema"];
      return check(JSON.parse(data), ...keys, ...path);
    });
  };

  const at = ({ path, method }: Named) => ["paths", path, method.toLowerCase()];

  return {
    /** A request's body. */
    body: (operation: Named, type: string, value: unknown): string[] =>
      check(value, ...at(operation), "requestBody", "content", type, "schema"),
    /** An answer's body; a stream as the list of its events. */
    answer: (operation: Named, status: number, type: string, value: unknown): string[] => {
      const keys = [...at(operation), "responses", String(status), "content", type, "schema"];
      return type === "text/event-stream" ? stream(value, ...keys) : check(value, ...keys);
    },
  };
};
