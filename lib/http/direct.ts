/**
 * Whether a request comes straight from this machine: from a loopback socket, and through no proxy that says so of
 * itself. Known from the socket, before Next sees the request, and handed on in a header whose name nobody outside
 * can know. Marked by `lib/boot.ts`, asked by what only this machine may read.
 */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

// Routes and `instrumentation.ts` get different copies of this module.
const globals = globalThis as typeof globalThis & { errandDirectHeader?: string };
const headerName = (): string => (globals.errandDirectHeader ??= `x-errand-direct-${randomUUID()}`);

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** What proxies add. */
const FORWARDING = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/** To be called before anything else changes the request's headers. */
export const markDirect = (request: IncomingMessage): void => {
  const isForwarded = FORWARDING.some((name) => request.headers[name] !== undefined);
  if (isForwarded || !LOOPBACK.test(request.socket.remoteAddress ?? "")) return;
  request.headers[headerName()] = "1";
};

export const isDirect = (request: Request): boolean => request.headers.get(headerName()) === "1";
