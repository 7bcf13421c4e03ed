import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fingerprint } from "./fingerprint.mjs";

let root = "";

const write = async (file: string, content: string): Promise<void> => {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), content);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "errand-fingerprint-"));
  await write("app/page.tsx", "export default 1");
  await write("next.config.ts", "export default {}");
  await write("package.json", '{"version": "1", "scripts": {"a": "b"}}');
  await write("node_modules/.package-lock.json", "{}");
});
afterEach(() => rm(root, { recursive: true, force: true }));

it.each<[what: string, change: () => Promise<void>]>([
  ["a source", () => write("app/page.tsx", "export default 2")],
  ["a new source", () => write("components/ui/x.tsx", "export const x = 1")],
  [
    "the same content under another name",
    async () => {
      await rm(join(root, "app/page.tsx"));
      await write("app/layout.tsx", "export default 1");
    },
  ],
  ["the configuration", () => write("next.config.ts", "export default { a: 1 }")],
  ["an installed package", () => write("node_modules/.package-lock.json", '{"a": 1}')],
  ["the version", () => write("package.json", '{"version": "2"}')],
])("is another after a change of %s", async (_what, change) => {
  const before = fingerprint(root, {});
  await change();
  expect(fingerprint(root, {})).not.toBe(before);
});

it.each<[what: string, change: () => Promise<void>]>([
  ["nothing but a time", () => utimes(join(root, "app/page.tsx"), 1, 1)],
  ["a test", () => write("app/page.test.ts", "it()")],
  ["a document", () => write("README.md", "# Errand")],
  ["a script's name", () => write("package.json", '{"version": "1", "scripts": {"c": "d"}}')],
])("is the same after a change of %s", async (_what, change) => {
  const before = fingerprint(root, {});
  await change();
  expect(fingerprint(root, {})).toBe(before);
});

it("is another for another public variable, and the same for one that stays on the server", () => {
  const before = fingerprint(root, { NEXT_PUBLIC_NAME: "a", OPENAI_API_KEY: "a" });
  expect(fingerprint(root, { NEXT_PUBLIC_NAME: "b", OPENAI_API_KEY: "a" })).not.toBe(before);
  expect(fingerprint(root, { NEXT_PUBLIC_NAME: "a", OPENAI_API_KEY: "b" })).toBe(before);
});
