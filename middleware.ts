/**
 * The door: who may not be asked in at all is sent away here, and every answer gets its headers. It reads tokens
 * without asking the database; the handlers and pages ask again, and they are the wall.
 *
 * - pages: without a session cookie, on to /signin, which leads back afterwards
 * - /api: without a readable token, 401; `/api/{user_id}/…` is rewritten to the plain route
 * - everywhere: a request id, and a Content-Security-Policy with a nonce for this one answer
 */
import { type NextRequest, NextResponse } from "next/server";
import { bearerOf, couldBeValid, readSessionCookie } from "@/lib/auth/token";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { PATH_USER_HEADER, REQUEST_ID_HEADER } from "@/lib/http/headers";
import { ALIASED } from "@/lib/http/operations/operation";
import { problemResponse } from "@/lib/http/problem";
import { securityHeaders } from "@/lib/http/security-headers";
import { newId } from "@/lib/ids";

export const config = {
  runtime: "nodejs",
  // All but the build's own files and those of `public`, which are the same for everyone.
  matcher: ["/((?!_next/static|_next/image|favicon.ico|icon|apple-icon|manifest).*)"],
};

/** Pages that people without a session may see. */
const PUBLIC_PAGES = new Set(["/docs", "/signin", "/signup"]);

const PUBLIC_ROUTES = new Set(["/health", "/api/health", "/api/openapi.json", "/api/metrics"]);

/** Routes that answer without a caller, or check for one in their own way. */
const isPublicRoute = (path: string): boolean =>
  PUBLIC_ROUTES.has(path) || /^\/api\/auth\/(?!signout-everywhere)/.test(path);

type Alias = { user: string; path: string };

/** A segment in plain letters; one that can't be decoded stays as it is, and fits no route. */
const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** `/api/{user_id}/chat` and the like, taken apart. */
const aliasOf = (path: string): Alias | null => {
  const [, api, user, encoded, ...rest] = path.split("/");
  const resource = decoded(encoded ?? "");
  if (api !== "api" || !user || !resource) return null;
  if (ALIASED.has(user) || !ALIASED.has(resource)) return null;
  return { user, path: ["/api", resource, ...rest].join("/") };
};

const isSignedIn = async (request: NextRequest): Promise<boolean> => {
  const authorization = request.headers.get("authorization");
  if (authorization === null) return (await readSessionCookie(request.cookies)) !== null;
  const token = bearerOf(authorization);
  return token !== null && (await couldBeValid(token));
};

const signInPage = (request: NextRequest): NextResponse => {
  const { pathname, search } = request.nextUrl;
  const next = pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
  // Next sends a redirect to its own address as a path, so the Host header doesn't reach the answer.
  return NextResponse.redirect(new URL(`/signin${next}`, request.url));
};

const route = async (request: NextRequest, headers: Headers): Promise<Response> => {
  const path = request.nextUrl.pathname;
  const goOn = () => NextResponse.next({ request: { headers } });
  if (isPublicRoute(path) || PUBLIC_PAGES.has(path)) return goOn();
  const isApi = path === "/api" || path.startsWith("/api/");
  if (!(await isSignedIn(request))) {
    if (!isApi) return signInPage(request);
    const message = "Sign in first: there is no valid session or token.";
    return problemResponse(
      new AppError("unauthenticated", message),
      headers.get(REQUEST_ID_HEADER) ?? "",
    );
  }
  const alias = isApi ? aliasOf(path) : null;
  if (!alias) return goOn();
  headers.set(PATH_USER_HEADER, alias.user);
  return NextResponse.rewrite(new URL(alias.path + request.nextUrl.search, request.url), {
    request: { headers },
  });
};

export const middleware = async (request: NextRequest): Promise<Response> => {
  const requestId = newId();
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const secure = securityHeaders(nonce, {
    development: env().NODE_ENV === "development",
    https: env().NEXTAUTH_URL.startsWith("https://"),
  });
  const headers = new Headers(request.headers);
  headers.delete(PATH_USER_HEADER);
  headers.set(REQUEST_ID_HEADER, requestId);
  // Next reads the nonce for its own scripts from here.
  headers.set("Content-Security-Policy", secure["Content-Security-Policy"] ?? "");
  const response = await route(request, headers);
  response.headers.set("X-Request-Id", requestId);
  for (const [name, value] of Object.entries(secure)) response.headers.set(name, value);
  return response;
};
