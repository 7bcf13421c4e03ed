/**
 * The client's network address, for counting sign-ups and failed sign-ins.
 */

/**
 * The last entry of `X-Forwarded-For`: with `TRUST_PROXY`, what the proxy in front of us wrote; without, what the
 * server itself wrote, for `instrumentation.ts` drops what clients send.
 */
export const clientAddress = (headers: Headers): string =>
  headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
