/**
 * Who acts, for whom, on what, and when: the first argument of every verb.
 * The user comes from the verified session only, never from a request body or a model's arguments.
 */
import type { Database } from "@/db/client";

export type Actor = {
  kind: "user" | "agent" | "token";
  /** The person's name, the assistant's, or the token's. */
  name: string;
};

export type Context = {
  userId: string;
  actor: Actor;
  /** The turn that this happens in; null for a change made by hand. */
  turnId: string | null;
  /** The only way to the database; inside `withTransaction`, the transaction itself. */
  db: Database;
  /** The person's IANA zone. */
  timeZone: string;
  /** The instant of the request or turn. */
  now: Date;
};

/**
 * Runs `work` in one transaction: all of its statements, or none.
 * Use only the context it is given: on the embedded database, which has one connection, the outer one would wait
 * for ever for the transaction to end.
 */
export const withTransaction = <T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> =>
  ctx.db.transaction((tx) => work({ ...ctx, db: tx }));
