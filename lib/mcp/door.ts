/**
 * Who may knock at /api/mcp: programs with a bearer token, and no page of another site. A browser never sends a
 * bearer token by itself, but a page under a name that was made to point here (DNS rebinding) could send a stolen
 * one, so `Host` and `Origin` are checked too, as the transport's specification asks.
 */
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** A `Host` header in the form in which addresses are compared: lower case, without the scheme's own port. */
const hostOf = (header: string, protocol: string): string | null => {
  const url = `${protocol}//${header}`;
  return URL.canParse(url) ? new URL(url).host : null;
};

/** Throws `unauthenticated` for a caller without a token, `cross_origin` for a foreign `Host` or `Origin`. */
export const checkDoor = (request: Request): void => {
  if (request.headers.get("authorization") === null) {
    const message = "Send the token as Authorization: Bearer; cookies don't count here.";
    throw new AppError("unauthenticated", message);
  }
  const { NEXTAUTH_URL, PORT } = env();
  const own = new URL(NEXTAUTH_URL);
  const host = hostOf(request.headers.get("host") ?? "", own.protocol);
  const known = [own.host, ...LOOPBACK.map((name) => hostOf(`${name}:${PORT}`, own.protocol))];
  if (host === null || !known.includes(host)) {
    throw new AppError("cross_origin", "This server is not known by that name (Host).");
  }
  const origin = request.headers.get("origin");
  if (origin !== null && !(URL.canParse(origin) && new URL(origin).host === host)) {
    throw new AppError("cross_origin", "This request came from another site, so it was refused.");
  }
};
