/** That the table of operations and the routes are the same set: what is served is described, and what is described is served. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import type { BoundRoute } from "@/lib/http/route";
import { OPERATIONS } from "@/lib/http/operations/table";

const FOLDER = dirname(fileURLToPath(import.meta.url));
/** Addresses that are no operations: next-auth's own, a scraper's, and those that nothing is at. */
const NO_OPERATIONS = new Set([
  "auth/[...nextauth]/route.ts",
  "metrics/route.ts",
  "[[...path]]/route.ts",
]);
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

type Handlers = Record<string, BoundRoute | undefined>;

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith("route.ts") && !NO_OPERATIONS.has(file));

/** `tasks/[id]/route.ts` as `/api/tasks/{id}`. */
const pathOf = (file: string): string =>
  `/api/${file.replace(/\/route\.ts$/, "").replaceAll(/\[(\w+)\]/g, "{$1}")}`;

const handlersOf = async (file: string): Promise<Handlers> =>
  (await import(join(FOLDER, file))) as Handlers;

it("has a route for every operation, and an operation for every handler", async () => {
  const served: string[] = [];
  for (const file of files) {
    const handlers = await handlersOf(file);
    for (const method of METHODS) {
      const operation = handlers[method]?.operation;
      if (!operation) continue;
      expect(OPERATIONS).toContain(operation);
      expect([file, operation.method, operation.path]).toEqual([file, method, pathOf(file)]);
      served.push(operation.id);
    }
  }
  expect(served.sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
});

it.each(files)("%s exports nothing but what its operations made", async (file) => {
  const handlers = await handlersOf(file);
  const own = METHODS.filter((method) => handlers[method]?.operation);
  expect(own).not.toEqual([]);
  const others = METHODS.filter((method) => !own.includes(method));
  // Every other method is answered by one handler, which refuses it.
  expect(new Set(others.map((method) => handlers[method])).size).toBe(1);
  expect(handlers["OPTIONS"]).toBeTypeOf("function");
});

it("says to OPTIONS and to a wrong method which ones there are", async () => {
  const { OPTIONS, PUT } = await handlersOf("health/route.ts");
  const params = Promise.resolve({});
  const ask = (method: string) => new NextRequest("http://localhost:3000/api/health", { method });
  const options = await OPTIONS!(ask("OPTIONS"), { params });
  expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
  const refused = await PUT!(ask("PUT"), { params });
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET"]);
});
