/**
 * Rate limits, counted in the database so that all instances share them.
 * Used for failed sign-ins (by account and by address), for sign-ups (by address) and for turns (by user).
 */
import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "@/db/client";
import { rateLimits } from "@/db/schema";
import { AppError } from "./errors";

const WINDOW_SECONDS = 60;

const NAMES = ["signin-account", "signin-address", "signup-address", "turns"] as const;

export type Limit = {
  /** What is counted; part of the key. */
  name: (typeof NAMES)[number];
  /** How many in a minute; 0 switches the limit off. */
  perMinute: number;
  /** Whose. Hashed before it is stored. */
  subject: string;
};

// One limiter for each database, name and number: each clears its expired rows every few minutes.
const limiters = new WeakMap<Database, Map<string, RateLimiterDrizzle>>();

const limiterOf = (db: Database, limit: Limit): RateLimiterDrizzle => {
  const ofDatabase = limiters.get(db) ?? new Map<string, RateLimiterDrizzle>();
  limiters.set(db, ofDatabase);
  const key = `${limit.name} ${limit.perMinute}`;
  const existing = ofDatabase.get(key);
  if (existing) return existing;
  const limiter = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: limit.name,
    points: limit.perMinute,
    duration: WINDOW_SECONDS,
  });
  ofDatabase.set(key, limiter);
  return limiter;
};

const keyOf = ({ subject }: Pick<Limit, "subject">): string =>
  createHash("sha256").update(subject).digest("base64url");

/** Counts one; throws `rate_limited` with `Retry-After` when the minute's number is reached already. */
export const countAgainst = async (db: Database, limit: Limit, message: string): Promise<void> => {
  if (limit.perMinute === 0) return;
  try {
    await limiterOf(db, limit).consume(keyOf(limit));
  } catch (reason) {
    // The library rejects with its own result for a limit, and with an Error when the database fails.
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const retryAfterSeconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    throw new AppError("rate_limited", message, { retryAfterSeconds });
  }
};

/** Takes one back that should not have counted. */
export const uncount = async (db: Database, limit: Limit): Promise<void> => {
  if (limit.perMinute === 0) return;
  await limiterOf(db, limit).reward(keyOf(limit));
};

/** Removes whatever is counted of these subjects. */
export const forgetSubjects = async (db: Database, subjects: readonly string[]): Promise<void> => {
  // The library puts the prefix before the key, with a colon between.
  const keys = subjects.flatMap((subject) => NAMES.map((name) => `${name}:${keyOf({ subject })}`));
  await db.delete(rateLimits).where(inArray(rateLimits.key, keys));
};
