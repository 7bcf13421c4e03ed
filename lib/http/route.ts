/**
 * What every route handler is wrapped in: who is calling, what they sent, and the one `catch` that turns whatever was
 * thrown into a problem. A handler gets parsed values and returns a `Response`.
 *
 * The checks come in the contract's order: 401, 403, 405/413/415, 400, and then what the handler itself throws.
 */
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { type Caller, requireUser, type Scope } from "@/lib/auth/require-user";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { inWords } from "@/lib/zod-messages";
import { errorLines, log } from "@/lib/log";
import { readJson } from "./body";
import { PATH_USER_HEADER, REQUEST_ID_HEADER } from "./headers";
import { asAppError, problemResponse } from "./problem";

type Schema = z.ZodType | undefined;
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

/** What a route takes; a part without a schema is not read. */
type Takes<P extends Schema, Q extends Schema, B extends Schema> = {
  /** The dynamic segments of its path. */
  params?: P;
  /** The query string; each name once. Without a schema, any query is ignored. */
  query?: Q;
  /** The JSON body. */
  body?: B;
  /** What the caller needs at least; where it is not said, `read` for GET and `write` for the rest. */
  scope?: Scope;
};

type Given<P extends Schema, Q extends Schema, B extends Schema> = {
  request: NextRequest;
  requestId: string;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
};

type NextRoute = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/** A JSON answer; private, so it is never stored on the way. */
export const json = (value: unknown, status = 200): Response =>
  Response.json(value, { status, headers: { "Cache-Control": "no-store" } });

const queryOf = (request: NextRequest): Record<string, string> => {
  const query: Record<string, string> = {};
  for (const [name, value] of request.nextUrl.searchParams) {
    if (name in query) {
      const fields = [{ path: name, message: "This may be given once." }];
      throw new AppError("invalid_request", `${name} may be given once.`, { fields });
    }
    query[name] = value;
  }
  return query;
};

const parse = <S extends Schema>(schema: S, value: unknown): Parsed<S> =>
  (schema === undefined ? undefined : schema.parse(value, { error: inWords })) as Parsed<S>;

const parseBody = <B extends Schema>(schema: B, value: unknown): Parsed<B> => {
  if (value === undefined && schema && !schema.safeParse(undefined).success) {
    throw new AppError("invalid_request", "Send a JSON body.");
  }
  return parse(schema, value);
};

/** The one `catch`: runs `work`, logs the outcome, answers errors. */
const answering = async (
  request: NextRequest,
  work: (requestId: string, seen: { userId?: string }) => Promise<Response>,
): Promise<Response> => {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId();
  const begun = performance.now();
  const seen: { userId?: string } = {};
  let response: Response;
  try {
    response = await work(requestId, seen);
  } catch (thrown) {
    const error = asAppError(thrown);
    // What was thrown on purpose says all by itself; a failed turn has its own line.
    // A client that has left reads no answer, and its leaving is no fault.
    if (error !== thrown && error.status >= 500 && !request.signal.aborted) {
      log().error(
        { request_id: requestId, user_id: seen.userId, ...errorLines(error.cause ?? error) },
        error.code,
      );
    }
    response = problemResponse(error, requestId);
  }
  log().info(
    {
      request_id: requestId,
      user_id: seen.userId,
      method: request.method,
      path: request.nextUrl.pathname,
      status: response.status,
      ms: Math.round(performance.now() - begun),
    },
    "request",
  );
  return response;
};

const read = async <P extends Schema, Q extends Schema, B extends Schema>(
  takes: Takes<P, Q, B>,
  request: NextRequest,
  rawParams: unknown,
): Promise<{ params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> }> => {
  const rawBody = takes.body === undefined ? undefined : await readJson(request);
  return {
    params: parse(takes.params as P, rawParams),
    query: parse(takes.query as Q, takes.query === undefined ? undefined : queryOf(request)),
    body: parseBody(takes.body as B, rawBody),
  };
};

/** `/api/{user_id}/…` reaches the plain route with the segment in a header, which middleware always overwrites. */
const refuseOtherUser = (request: NextRequest, caller: Caller): void => {
  const segment = request.headers.get(PATH_USER_HEADER);
  if (segment !== null && segment.toLowerCase() !== caller.ctx.userId) {
    throw new AppError("user_mismatch", "The address names another user than the one signed in.");
  }
};

const SCOPES: readonly Scope[] = ["read", "write", "session"];

/** Throws `insufficient_scope` for a caller who may not do what needs this. */
export const requireScope = (needed: Scope, { scope }: Pick<Caller, "scope">): void => {
  if (SCOPES.indexOf(scope) >= SCOPES.indexOf(needed)) return;
  const message =
    needed === "write"
      ? "This token may look, and change nothing."
      : "An access token can't do this: sign in.";
  throw new AppError("insufficient_scope", message);
};

/** A route that anybody may call. */
export const withoutUser =
  <P extends Schema = undefined, Q extends Schema = undefined, B extends Schema = undefined>(
    takes: Takes<P, Q, B>,
    handle: (given: Given<P, Q, B>) => Promise<Response>,
  ): NextRoute =>
  (request, context) =>
    answering(request, async (requestId) =>
      handle({ request, requestId, ...(await read(takes, request, await context.params)) }),
    );

/** A route for signed-in callers: cookie or bearer token, checked here whatever middleware did. */
export const withUser =
  <P extends Schema = undefined, Q extends Schema = undefined, B extends Schema = undefined>(
    takes: Takes<P, Q, B>,
    handle: (given: Given<P, Q, B> & Caller) => Promise<Response>,
  ): NextRoute =>
  (request, context) =>
    answering(request, async (requestId, seen) => {
      const caller = await requireUser(request);
      seen.userId = caller.ctx.userId;
      refuseOtherUser(request, caller);
      requireScope(takes.scope ?? (request.method === "GET" ? "read" : "write"), caller);
      const parsed = await read(takes, request, await context.params);
      return handle({ request, requestId, ...caller, ...parsed });
    });

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

const withMethods = (
  handlers: Partial<Record<Method, NextRoute>>,
  wrap: typeof withUser | typeof withoutUser,
): Record<Method, NextRoute> => {
  const allow = METHODS.filter((method) => handlers[method]).join(", ");
  const refuse = wrap({}, async ({ requestId }) => {
    const error = new AppError("method_not_allowed", `This address takes ${allow}.`);
    const response = problemResponse(error, requestId);
    response.headers.set("Allow", allow);
    return response;
  });
  return Object.fromEntries(
    METHODS.map((method) => [method, handlers[method] ?? refuse]),
  ) as Record<Method, NextRoute>;
};

/** The exports of a `route.ts` for signed-in callers; other methods are answered with 405. */
export const userRoutes = (handlers: Partial<Record<Method, NextRoute>>) =>
  withMethods(handlers, withUser);

/** The exports of a `route.ts` for anybody; other methods are answered with 405. */
export const publicRoutes = (handlers: Partial<Record<Method, NextRoute>>) =>
  withMethods(handlers, withoutUser);
