/**
 * Who may read the metrics: with a token in the environment, who brings it; without, who asks from this machine.
 * Behind a proxy everybody seems to come from this machine, so there it takes the token.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { bearerOf } from "@/lib/auth/token";
import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { isDirect } from "./direct";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Throws `unauthenticated` where there is a token to bring, else `not_found`. */
export const admitScraper = (
  request: Request,
  { METRICS_TOKEN: token, TRUST_PROXY: isBehindProxy }: Pick<Env, "METRICS_TOKEN" | "TRUST_PROXY">,
): void => {
  if (token === undefined) {
    if (isDirect(request) && !isBehindProxy) return;
    throw new AppError("not_found", "There is nothing at this address.");
  }
  const given = bearerOf(request.headers.get("authorization"));
  // Digests are of one length, whatever was sent.
  if (given !== null && timingSafeEqual(digest(given), digest(token))) return;
  throw new AppError("unauthenticated", "Send METRICS_TOKEN as a bearer token.");
};
