/**
 * What the build says a route needs is what a container and Vercel have of the packages: nothing else is there. These
 * are found by path while the app runs, where a trace sees them only when `next.config.ts` names them, or by native code.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";

const trace = z.object({ files: z.array(z.string()) });

const NEEDED = [
  /\/db\/migrations\/meta\/_journal\.json$/,
  /\/db\/migrations\/0000_initial\.sql$/,
  /\/pglite\/dist\/pglite\.wasm$/,
  /\/pglite\/dist\/pglite\.data$/,
  new RegExp(`/fs-native-extensions/prebuilds/${process.platform}-${process.arch}/.+\\.node$`),
  /\/drizzle-orm\/index\.js$/,
  /\/drizzle-orm\/pg-core\/table\.js$/,
  /\/pg\/lib\/index\.js$/,
  /\/@vercel\/postgres\/dist\//,
];

test("the trace of a route holds what is found by path", () => {
  const file = join(".next", "server", "app", "api", "chat", "route.js.nft.json");
  const { files } = trace.parse(JSON.parse(readFileSync(file, "utf8")));
  const missing = NEEDED.filter((pattern) => !files.some((name) => pattern.test(name)));
  expect(missing).toEqual([]);
});
