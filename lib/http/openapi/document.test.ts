import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { validatorFor } from "@/test/openapi";
import { type Operation } from "../operations/operation";
import { OPERATIONS } from "../operations/table";
import { openApiDocument } from "./document";

const document = openApiDocument();
const validate = validatorFor(document);

/** Every string under the key `$ref`, wherever it stands. */
const refsIn = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === "$ref" ? [String(inner)] : refsIn(inner),
      );

const at = (pointer: string): unknown =>
  pointer
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      document,
    );

it("is an OpenAPI 3.1 document", async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
});

it("refers only to what it has, and has nothing that nobody refers to", () => {
  const refs = new Set(refsIn(document));
  for (const ref of refs) expect([ref, at(ref)]).not.toEqual([ref, undefined]);
  const kept = (["schemas", "parameters", "headers", "examples"] as const).flatMap((kind) =>
    Object.keys(document.components[kind]).map((name) => `#/components/${kind}/${name}`),
  );
  // A method that isn't there is no operation's error, but a client can meet it.
  const unused = kept.filter((ref) => !refs.has(ref));
  expect(unused).toEqual(["#/components/examples/method_not_allowed"]);
});

it("describes every operation once, in sentence case", () => {
  const ids = OPERATIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, summary } of OPERATIONS) {
    expect(id).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
    expect(summary).toMatch(/^[A-Z][^.!]*$/);
  }
});

type Media = { example?: unknown; examples?: Record<string, { value?: unknown; $ref?: string }> };
type Described = {
  parameters?: { name?: string; in?: string }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
};

const described = ({ path, method }: Operation): Described =>
  document.paths[path]?.[method.toLowerCase()] as Described;

const valuesOf = ({ example, examples = {} }: Media): unknown[] => [
  ...(example === undefined ? [] : [example]),
  ...Object.values(examples).map(({ value, $ref }) =>
    $ref ? (at($ref) as { value: unknown }).value : value,
  ),
];

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
  "%s",
  (_id, operation) => {
    it("has examples that fit", () => {
      const { requestBody, responses } = described(operation);
      for (const [type, media] of Object.entries(requestBody?.content ?? {})) {
        for (const value of valuesOf(media)) {
          expect(validate.body(operation, type, value)).toEqual([]);
          operation.body?.parse(value);
        }
      }
      for (const [status, { content = {} }] of Object.entries(responses)) {
        for (const [type, media] of Object.entries(content)) {
          const values = valuesOf(media);
          expect([status, type, values.length]).not.toEqual([status, type, 0]);
          for (const value of values) {
            expect(validate.answer(operation, Number(status), type, value)).toEqual([]);
          }
        }
      }
    });

    it("names every segment of its path, and no other", () => {
      const segments = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = (described(operation).parameters ?? [])
        .filter((parameter) => parameter.in === "path")
        .map((parameter) => parameter.name);
      expect(named).toEqual(segments);
    });
  },
);
