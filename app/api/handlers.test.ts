/** That the wall stands without the door: called directly, without middleware, no handler answers a stranger. */
import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { NextRequest } from "next/server";
import { expect, it } from "vitest";

const FOLDER = dirname(fileURLToPath(import.meta.url));
/** Those that anybody may call, or that check for a caller in next-auth's own way. */
const PUBLIC = new Set([
  "auth/[...nextauth]/route.ts",
  "auth/signin/route.ts",
  "auth/signup/route.ts",
  "health/route.ts",
  "metrics/route.ts",
  "openapi.json/route.ts",
]);
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

type Handler = (request: NextRequest, context: unknown) => Promise<Response>;

const routes = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((file) => relative(FOLDER, join(FOLDER, file)).replaceAll("\\", "/"))
  .filter((file) => file.endsWith("route.ts") && !PUBLIC.has(file));

const params = Promise.resolve({ id: "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000", path: ["tasks"] });

it.each(routes)("%s answers 401 to who brings no token, and to a forged one", async (file) => {
  const handlers = (await import(join(FOLDER, file))) as Record<string, Handler | undefined>;
  const exported = METHODS.filter((method) => handlers[method]);
  expect(exported).not.toEqual([]);
  for (const method of exported) {
    for (const headers of [new Headers(), new Headers({ authorization: "Bearer forged" })]) {
      const request = new NextRequest("http://localhost:3000/api/x", { method, headers });
      const answer = await handlers[method]?.(request, { params });
      expect({ method, status: answer?.status }).toEqual({ method, status: 401 });
    }
  }
});
