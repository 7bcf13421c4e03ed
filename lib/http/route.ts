/**
 * What every route handler is wrapped in: who is calling, what they sent, and the one `catch` that turns whatever was
 * thrown into a problem. A handler gets parsed values and returns a `Response`. What it takes and who may call it, its
 * entry in the table of operations says.
 *
 * The checks come in the contract's order: 401, 403, 405/413/415, 400, and then what the handler itself throws.
 */
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { type Caller, requireUser, type Scope } from "@/lib/auth/require-user";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { inWords } from "@/lib/zod-messages";
import { type Facts, observe } from "@/lib/observe";
import { errorLines, log } from "@/lib/log";
import { readJson } from "./body";
import { PATH_USER_HEADER, REQUEST_ID_HEADER } from "./headers";
import type { Method, Operation } from "./operations/operation";
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

/** A handler, and the entry of the table that it serves. */
export type BoundRoute = NextRoute & { readonly operation: Operation };

const bind = (operation: Operation, route: NextRoute): BoundRoute =>
  Object.assign(route, { operation });

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

/** Answers a request, observed; what is logged meanwhile carries its id. */
const answering = (
  request: NextRequest,
  work: (requestId: string, seen: { userId?: string }) => Promise<Response>,
  /** The address without anybody's ids in it. */
  route = "other",
): Promise<Response> => {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId();
  const facts = { method: request.method, route };
  const answer = async (facts: Facts["http"]) => {
    const response = await caught(request, requestId, work);
    facts.status = response.status;
    return response;
  };
  return observe("http", facts, answer, { request_id: requestId });
};

/** The one `catch`: runs `work`, logs the outcome, answers errors. */
const caught = async (
  request: NextRequest,
  requestId: string,
  work: (requestId: string, seen: { userId?: string }) => Promise<Response>,
): Promise<Response> => {
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

const callerOf = async (request: NextRequest, seen: { userId?: string }): Promise<Caller> => {
  const caller = await requireUser(request);
  seen.userId = caller.ctx.userId;
  refuseOtherUser(request, caller);
  return caller;
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

const requireOperator = ({ operator }: Caller): void => {
  if (operator) return;
  throw new AppError("operator_only", "Only who runs this installation may do this.");
};

/** A handler of an address that is no operation of the API: anybody may call it. */
export const answerAnyone =
  (handle: (given: { request: NextRequest; requestId: string }) => Promise<Response>): NextRoute =>
  (request) =>
    answering(request, async (requestId) => handle({ request, requestId }));

/** A handler of an address that is no operation of the API, for signed-in callers. */
export const answerCaller =
  (handle: (given: { requestId: string }) => Promise<Response>): NextRoute =>
  (request) =>
    answering(request, async (requestId, seen) => {
      await callerOf(request, seen);
      return handle({ requestId });
    });

/** The handler of an operation that anybody may call. */
export const withoutUser = <P extends Schema, Q extends Schema, B extends Schema>(
  operation: Operation<P, Q, B, "anyone">,
  handle: (given: Given<P, Q, B>) => Promise<Response>,
): BoundRoute =>
  bind(operation, (request, context) =>
    answering(
      request,
      async (requestId) =>
        handle({ request, requestId, ...(await read(operation, request, await context.params)) }),
      operation.path,
    ),
  );

/**
 * The handler of an operation for signed-in callers: cookie or bearer token, checked here whatever middleware did.
 * `admit` may refuse a caller before anything of the request is read.
 */
export const withUser = <P extends Schema, Q extends Schema, B extends Schema>(
  operation: Operation<P, Q, B, Scope>,
  handle: (given: Given<P, Q, B> & Caller) => Promise<Response>,
  admit: (request: NextRequest) => void = () => undefined,
): BoundRoute =>
  bind(operation, (request, context) =>
    answering(
      request,
      async (requestId, seen) => {
        const caller = await callerOf(request, seen);
        requireScope(operation.access, caller);
        if (operation.operatorOnly) requireOperator(caller);
        admit(request);
        const parsed = await read(operation, request, await context.params);
        return handle({ request, requestId, ...caller, ...parsed });
      },
      operation.path,
    ),
  );

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const satisfies Method[];

/** The exports of a `route.ts`: other methods are answered with 405, and OPTIONS with those that there are. */
export const routes = (
  ...bound: [BoundRoute, ...BoundRoute[]]
): Record<Method | "OPTIONS", NextRoute> => {
  const handlers = new Map(bound.map((route) => [route.operation.method, route]));
  const allow = METHODS.filter((method) => handlers.has(method));
  const isPublic = bound.every(({ operation }) => operation.access === "anyone");
  const answer = isPublic ? answerAnyone : answerCaller;
  const refuse = answer(async ({ requestId }) => {
    const error = new AppError("method_not_allowed", `This address takes ${allow.join(", ")}.`);
    const response = problemResponse(error, requestId);
    response.headers.set("Allow", allow.join(", "));
    return response;
  });
  const options = answer(async () => {
    const methods = [...allow, ...(handlers.has("GET") ? ["HEAD"] : []), "OPTIONS"];
    return new Response(null, {
      status: 204,
      headers: { Allow: methods.join(", "), "Cache-Control": "no-store" },
    });
  });
  const exported = METHODS.map((method) => [method, handlers.get(method) ?? refuse] as const);
  return { ...Object.fromEntries(exported), OPTIONS: options } as Record<
    Method | "OPTIONS",
    NextRoute
  >;
};
