/**
 * Holds what the app answers against the document that it serves. Every answer that a test of the API receives goes
 * through here, by `e2e/api/client.ts`.
 */
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { validatorFor } from "../../test/openapi";

type Media = { schema: object; example?: unknown; examples?: Record<string, { value: unknown }> };

/** An operation as the document describes it. */
export type Described = {
  operationId: string;
  method: string;
  path: string;
  security: Record<string, string[]>[];
  parameters?: { name?: string; in?: string; $ref?: string }[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
};

type Document = { paths: Record<string, Record<string, Omit<Described, "method" | "path">>> };

/** An answer as a validator needs it. */
export type Answered = { status: number; type: string; body: string };

/** The events of a stream as the document lists them: `data` as text. */
const eventsOf = (body: string): object[] =>
  body
    .split("\n\n")
    .filter((frame) => frame.includes("data: "))
    .map((frame) => {
      const fields = frame.split("\n").map((line) => {
        const [name = "", ...value] = line.split(": ");
        return [name, name === "id" ? Number(value[0]) : value.join(": ")];
      });
      return Object.fromEntries(fields) as object;
    });

const valueOf = ({ type, body }: Answered): unknown =>
  type === "text/event-stream" ? eventsOf(body) : JSON.parse(body);

const describedBy = (document: Document) => {
  const validate = validatorFor(document);
  const operations: Described[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...described,
      path,
      method: method.toUpperCase(),
    })),
  );
  const patterns = operations.map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  }));

  /** An address that is named as it is, `/tasks/deleted`, is none of those with an id. */
  const operationsOn = (path: string): Described[] => {
    const named = operations.filter((operation) => operation.path === path);
    if (named.length > 0) return named;
    return patterns.filter(({ pattern }) => pattern.test(path)).map(({ operation }) => operation);
  };

  return {
    operations,
    /** The operation at an address, also below a user's id. */
    operationAt: (method: string, pathname: string): Described | undefined =>
      [pathname, pathname.replace(/^\/api\/[^/]+\//, "/api/")]
        .flatMap(operationsOn)
        .find((operation) => operation.method === method),
    /** What an answer has that the document doesn't say; an empty list when it is as described. */
    faults: (operation: Described, answered: Answered): string[] => {
      const { status, type } = answered;
      const response = operation.responses[status];
      const what = `${operation.operationId} ${status} ${type}`;
      if (!response) return [`${what} is not documented: ${answered.body.slice(0, 200)}`];
      if (!response.content) return answered.body === "" ? [] : [`${what} should be empty.`];
      if (!response.content[type]) return [`${what}: this media type is not documented.`];
      return validate
        .answer(operation, status, type, valueOf(answered))
        .map((fault) => `${what}: ${fault}`);
    },
  };
};

const documents = new Map<string, Promise<ReturnType<typeof describedBy>>>();

/** What the app at `baseURL` says of itself, read once. */
export const describedAt = (baseURL: string): Promise<ReturnType<typeof describedBy>> => {
  const known = documents.get(baseURL);
  if (known) return known;
  const read = (async () =>
    describedBy((await (await fetch(`${baseURL}/api/openapi.json`)).json()) as Document))();
  documents.set(baseURL, read);
  return read;
};

/** An answer of Playwright's, or of `fetch`. */
export const answeredBy = async (answer: APIResponse | Response): Promise<Answered> => {
  const isFetched = answer instanceof Response;
  const type = isFetched ? answer.headers.get("content-type") : answer.headers()["content-type"];
  return {
    status: isFetched ? answer.status : answer.status(),
    type: type?.split(";")[0] ?? "",
    body: await answer.text(),
  };
};

const METHODS = new Set(["get", "post", "put", "patch", "delete", "fetch"]);

type Send = (url: string, options?: { method?: string }) => Promise<APIResponse>;

/** The same request context, which tells of every answer. */
export const watched = (
  request: APIRequestContext,
  tell: (method: string, answer: APIResponse) => Promise<void>,
): APIRequestContext =>
  new Proxy(request, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      const bound = value.bind(target) as Send;
      if (typeof name !== "string" || !METHODS.has(name)) return bound;
      const send: Send = async (url, options) => {
        const answer = await bound(url, options);
        await tell(name === "fetch" ? (options?.method ?? "GET") : name.toUpperCase(), answer);
        return answer;
      };
      return send;
    },
  });
