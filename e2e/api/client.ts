/**
 * People who call the API: each test gets its own, with a token, and reads answers as they are.
 */
import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { test as base } from "../fixtures";
import { answeredBy, describedAt, watched } from "./described";

export type Person = {
  id: string;
  email: string;
  token: string;
  get(path: string, headers?: Record<string, string>): Promise<APIResponse>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<APIResponse>;
  patch(path: string, body: unknown): Promise<APIResponse>;
  delete(path: string): Promise<APIResponse>;
  send(method: string, path: string): Promise<APIResponse>;
};

export const PASSWORD = "correct horse battery";

/** A new account's bearer session. */
export const signUp = async (request: APIRequestContext, name = "Ada"): Promise<Person> => {
  const email = `${crypto.randomUUID()}@example.com`;
  const answer = await request.post("/api/auth/signup", {
    data: { email, password: PASSWORD, name },
  });
  expect(answer.status()).toBe(201);
  const { token, user } = (await answer.json()) as { token: string; user: { id: string } };
  const bearer = { Authorization: `Bearer ${token}` };
  return {
    id: user.id,
    email,
    token,
    get: (path, headers = {}) => request.get(path, { headers: { ...bearer, ...headers } }),
    post: (path, body, headers = {}) =>
      request.post(path, {
        headers: { ...bearer, ...headers },
        ...(body === undefined ? {} : { data: body }),
      }),
    patch: (path, body) => request.patch(path, { headers: bearer, data: body }),
    delete: (path) => request.delete(path, { headers: bearer }),
    send: (method, path) => request.fetch(path, { method, headers: bearer }),
  };
};

export const test = base.extend<{ ada: Person; eve: Person }>({
  /** Every answer is held against the app's own description of itself. */
  request: async ({ request, app }, use) => {
    const { operationAt, faults } = await describedAt(app.url);
    const found: string[] = [];
    const tell = async (method: string, answer: APIResponse) => {
      const operation = operationAt(method, new URL(answer.url()).pathname);
      if (operation) found.push(...faults(operation, await answeredBy(answer)));
    };
    await use(watched(request, tell));
    expect(found).toEqual([]);
  },
  ada: async ({ request }, use) => use(await signUp(request, "Ada")),
  eve: async ({ request }, use) => use(await signUp(request, "Eve")),
});

export type Problem = {
  status: number;
  code: string;
  detail: string;
  request_id: string;
  errors?: { path: string; message: string }[];
};

/** The problem of a refused call, after checking that it is one in the contract's form. */
export const problemOf = async (
  answer: APIResponse,
  status: number,
  code: string,
): Promise<Problem> => {
  const problem = (await answer.json()) as Problem;
  expect({ status: answer.status(), code: problem.code }).toEqual({ status, code });
  expect(answer.headers()["content-type"]).toBe("application/problem+json");
  expect(answer.headers()["cache-control"]).toBe("no-store");
  expect(problem).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    detail: expect.stringMatching(/\.$/),
    status,
    request_id: answer.headers()["x-request-id"],
  });
  return problem;
};

/** The events of a Server-Sent Events body, in order. */
export const eventsOf = (
  body: string,
): { id: number; type: string; data: Record<string, unknown> }[] =>
  body
    .split("\n\n")
    .filter((frame) => frame.startsWith("id:"))
    .map((frame) => {
      const [id, event, data] = frame.split("\n");
      return {
        id: Number(id?.slice("id: ".length)),
        type: event?.slice("event: ".length) ?? "",
        data: JSON.parse(data?.slice("data: ".length) ?? "") as Record<string, unknown>,
      };
    });
