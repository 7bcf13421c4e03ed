/**
 * Sessions: rows that a cookie or bearer token names, so that a sign-in can be ended from the server.
 */
import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { newId } from "@/lib/ids";
import type { User } from "./service";

export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const expiryFrom = (now: Date): Date => new Date(now.getTime() + SESSION_SECONDS * 1000);

/** Begins a session and clears the person's expired ones. */
export const startSession = async (
  db: Database,
  session: { userId: string; kind: "browser" | "bearer"; now: Date },
): Promise<{ id: string; expiresAt: Date }> => {
  const { userId, kind, now } = session;
  const started = { id: newId(), expiresAt: expiryFrom(now) };
  await db.delete(sessions).where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, now)));
  await db.insert(sessions).values({ ...started, userId, kind, createdAt: now });
  return started;
};

/** Without a name: the connection gives one where the server may keep it. */
const prepareSessionUser = (db: Database) =>
  db
    .select({ user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(eq(sessions.id, sql.placeholder("id")), gt(sessions.expiresAt, sql.placeholder("now"))),
    )
    .limit(1)
    .prepare("");

const statements = new WeakMap<Database, ReturnType<typeof prepareSessionUser>>();

/** Every request asks this: its statement is written once for each database. */
const sessionUserOf = (db: Database) => {
  const known = statements.get(db) ?? prepareSessionUser(db);
  statements.set(db, known);
  return known;
};

/** The user of a live session, or undefined when it was ended, has expired, or never was. */
export const findSessionUser = async (
  db: Database,
  id: string,
  now: Date,
): Promise<User | undefined> => {
  const [row] = await sessionUserOf(db).execute({ id, now });
  return row?.user;
};

/** Moves a live session's end to a full length from now; false when there is none. */
export const extendSession = async (db: Database, id: string, now: Date): Promise<boolean> => {
  const extended = await db
    .update(sessions)
    .set({ expiresAt: expiryFrom(now) })
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
    .returning({ id: sessions.id });
  return extended.length > 0;
};

export const endSession = async (db: Database, id: string): Promise<void> => {
  await db.delete(sessions).where(eq(sessions.id, id));
};

/** Signs the person out everywhere, this session included. */
export const endAllSessions = async (db: Database, userId: string): Promise<void> => {
  await db.delete(sessions).where(eq(sessions.userId, userId));
};

/** Removes sessions that nobody can use any more. */
export const forgetExpiredSessions = async (db: Database, now: Date): Promise<void> => {
  await db.delete(sessions).where(lte(sessions.expiresAt, now));
};
