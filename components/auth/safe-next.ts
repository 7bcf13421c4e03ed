/**
 * Where to go after signing in. `?next=` comes from the address, so anyone may have written it: only a path of this
 * app is followed, never another site (an open redirect).
 */

/** Any origin that no path can name. */
const BASE = "http://here.invalid";

/** `next` when it is a path of this app, else "/". */
export const safeNext = (next: string | string[] | undefined): string => {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return "/";
  // Parsed as browsers do, which drop tabs and line breaks: "/\t/evil.example" is another site.
  if (!URL.canParse(next, BASE)) return "/";
  const url = new URL(next, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//")) return "/";
  // Not back to these pages: a signed-in person would be sent round.
  if (url.pathname === "/signin" || url.pathname === "/signup") return "/";
  return url.pathname + url.search + url.hash;
};
