/** Calls route handlers without a server: the request as the server hands it over, on a database of the test's. */
import { NextRequest } from "next/server";
import { afterEach, beforeEach } from "vitest";
import type { Connection, Database } from "@/db/client";

const globals = globalThis as typeof globalThis & { errandConnection?: Promise<Connection> };

/** Makes `db` this process's own database, which routes ask for. */
export const useDatabase = (db: Database): void => {
  const close = async () => undefined;
  globals.errandConnection = Promise.resolve({ db, kind: "embedded", close });
};

/** In every test of this suite, routes work on `database()`. */
export const routesUse = (database: () => Database): void => {
  beforeEach(() => useDatabase(database()));
  afterEach(() => {
    delete globals.errandConnection;
  });
};

type Handlers = Record<
  string,
  (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>
>;

/** A `fetch` that ends in these handlers, with the `Host` that a client sends. */
export const fetchFrom =
  (handlers: Handlers, params: Record<string, string> = {}) =>
  (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address, "http://localhost:3000");
    const headers = new Headers(init.headers);
    if (!headers.has("host")) headers.set("host", url.host);
    const method = init.method ?? "GET";
    const handle = handlers[method];
    if (!handle) throw new Error(`There is no handler for ${method}.`);
    const body = init.body ? { body: init.body } : {};
    const request = new NextRequest(url, { method, headers, ...body });
    return handle(request, { params: Promise.resolve(params) });
  };
