/**
 * What an operation of the API is: an entry of the table by which routes are bound (`lib/http/route.ts`), described
 * (`lib/http/openapi/document.ts`) and held to their word (`e2e/api/openapi.spec.ts`).
 */
import { z } from "zod";
import type { Scope } from "@/lib/auth/require-user";
import type { ErrorCode } from "@/lib/errors";

type Schema = z.ZodType | undefined;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A stream of Server-Sent Events: what `data` holds for each type. */
export type Events = {
  types: readonly [type: string, schema: z.ZodType][];
  /** Events carry a number, by which a client can go on (`Last-Event-ID`). */
  numbered: boolean;
  example: readonly { id?: number; event: string; data: unknown }[];
};

/** What a success looks like. */
export type Answer = {
  description: string;
  /** The JSON body; left out where there is none. */
  schema?: z.ZodType;
  example?: unknown;
  /** As Server-Sent Events, beside JSON or instead of it. */
  events?: Events;
};

export type Operation<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  Access extends Scope | "anyone" = Scope | "anyone",
> = {
  /** camelCase, for generated clients. */
  id: string;
  method: Method;
  /** `/api/tasks/{id}`: the folders of its `route.ts`. */
  path: `/api/${string}`;
  tag: string;
  summary: string;
  description?: string;
  /** Who may call: a token's scope at least, `session` for who signed in, or `anyone`. */
  access: Access;
  /** True where the caller has to be the operator as well. */
  operatorOnly?: boolean;
  /** True where the session cookie doesn't count. */
  bearerOnly?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  /** Bodies to show, by name. */
  examples?: B extends z.ZodType
    ? Record<string, z.input<NonNullable<B>>>
    : Record<string, unknown>;
  headers?: readonly ("Idempotency-Key" | "Last-Event-ID")[];
  answers: Record<number, Answer>;
  /** Beside those that follow from the rest; see `errorsOf`. */
  errors?: readonly ErrorCode[];
  /** False where the answer doesn't need the database. */
  database?: false;
};

/** Defines an operation; its schemas' types are what a handler is given. */
export const operation = <
  Access extends Scope | "anyone",
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(
  definition: Operation<P, Q, B, Access>,
): Operation<P, Q, B, Access> => definition;

/** A successful answer whose example has to fit its schema. */
export const gives = <S extends z.ZodType>(
  description: string,
  schema: S,
  example: z.output<S>,
): Answer => ({ description, schema, example });

type EventUnion = z.ZodDiscriminatedUnion<
  readonly z.ZodObject<{ type: z.ZodLiteral<string> }>[],
  "type"
>;

/** The members of a union of events, by their type. */
export const eventTypes = (union: EventUnion): [type: string, schema: z.ZodType][] =>
  union.options.map((option) => [option.shape.type.value, option]);

/** Numbered events of a union, as `example` shows. */
export const numbered = <Union extends EventUnion>(
  union: Union,
  example: z.output<Union>[],
  from = 1,
): Events => ({
  types: eventTypes(union),
  numbered: true,
  example: example.map((data, index) => ({ id: from + index, event: data.type, data })),
});

/** A page of a list: `{tasks: [...], count, next_cursor}`. */
export const pageOf = <Name extends string, Item extends z.ZodType>(name: Name, item: Item) =>
  z.strictObject({
    ...({ [name]: z.array(item) } as Record<Name, z.ZodArray<Item>>),
    count: z.int().nonnegative().describe("The number of rows in this answer."),
    next_cursor: z
      .string()
      .nullable()
      .describe("Pass it as `cursor` for the next page; null at the end."),
  });

/** What may follow a user's id below /api: `/api/{user_id}/tasks` is `/api/tasks`, for that user alone. */
export const ALIASED: ReadonlySet<string> = new Set([
  "chat",
  "conversations",
  "tasks",
  "turns",
  "changes",
]);

const isAliased = ({ path }: Operation): boolean => ALIASED.has(path.split("/")[2] ?? "");

/** Every error that the operation can answer, in the order in which they are looked for. */
export const errorsOf = (op: Operation): ErrorCode[] => {
  const signedIn = op.access !== "anyone";
  const takesAnything = op.params ?? op.query ?? op.body ?? op.headers?.[0];
  const codes: (ErrorCode | false)[] = [
    signedIn && "unauthenticated",
    signedIn && isAliased(op) && "user_mismatch",
    signedIn && !op.bearerOnly && op.method !== "GET" && "cross_origin",
    (op.access === "write" || op.access === "session") && "insufficient_scope",
    op.operatorOnly === true && "operator_only",
    op.body !== undefined && "payload_too_large",
    op.body !== undefined && "unsupported_media_type",
    takesAnything !== undefined && "invalid_request",
    ...(op.errors ?? []),
    op.database !== false && "database_unavailable",
    "internal",
  ];
  return [...new Set(codes.filter((code) => code !== false))];
};
