/** That `.dependency-cruiser.mjs` catches what it is for: a small house with every kind of forbidden import in it. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise } from "dependency-cruiser";
import { afterAll, beforeAll, expect, it } from "vitest";
import rules from "../.dependency-cruiser.mjs";

/** A file, what it imports, and the rule that must object; null where the import is fine. */
const IMPORTS: [file: string, imported: string, rule: string | null][] = [
  ["lib/tasks/service.ts", "../conversations/service", "services-apart"],
  ["lib/tasks/service.ts", "../conversations/schema", null],
  ["lib/tasks/service.ts", "../agent/turn", "never-upward-from-services"],
  ["lib/tasks/service.ts", "../../db/client", null],
  ["lib/agent/turn.ts", "../http/route", "never-upward-from-agent"],
  ["lib/agent/turn.ts", "../users/service", null],
  ["lib/agent/turn.ts", "../../test/database", "no-tests-in-the-app"],
  ["lib/agent/turn.test.ts", "../../test/database", null],
  ["lib/tools/task-tools.ts", "../model/model", "tools-and-model-apart"],
  ["lib/http/route.ts", "../../app/layout", "never-upward-from-http"],
  ["lib/http/route.ts", "next-auth/jwt", "one-home-for-next-auth"],
  ["lib/auth/options.ts", "next-auth", null],
  ["lib/env.ts", "./tasks/service", "shared-ground"],
  ["lib/errors.ts", "../db/client", "context-names-a-type-only"],
  ["lib/tasks/schema.ts", "fs", "browser-safe-files"],
  ["lib/tasks/schema.ts", "zod", null],
  ["lib/model/openai.ts", "openai", null],
  ["lib/model/offline/words/tokens.ts", "../reading/message", "offline-words-come-first"],
  ["lib/model/offline/reading/clauses.ts", "../words/tokens", null],
  ["lib/model/offline/reading/clauses.ts", "../doing/plan", "offline-reading-looks-nothing-up"],
  ["lib/model/offline/doing/plan.ts", "../conversation/before", "offline-doing-follows-commands"],
  ["db/client.ts", "../lib/users/service", "db-stands-alone"],
  ["db/client.ts", "pg", null],
  ["components/chat/chat.tsx", "../../lib/tasks/service", "components-import-components"],
  ["components/chat/chat.tsx", "../../lib/tasks/schema", null],
  ["components/ui/button.tsx", "../chat/chat", "ui-has-no-data"],
  ["app/page.tsx", "../components/chat/chat", null],
  ["app/page.tsx", "openai/resources", "one-home-for-openai"],
  ["app/page.tsx", "@electric-sql/pglite", "one-home-for-drivers"],
  ["app/page.tsx", "drizzle-orm", "one-home-for-the-database"],
  ["app/page.tsx", "@modelcontextprotocol/sdk", "one-home-for-mcp"],
  ["lib/conversations/title.ts", "./words", "no-circles"],
  ["lib/conversations/words.ts", "./title", "no-circles"],
];

/** Files that are only imported. */
const LEAVES = [
  "lib/conversations/service.ts",
  "lib/conversations/schema.ts",
  "lib/model/model.ts",
];
const OFFLINE_LEAVES = [
  "lib/model/offline/reading/message.ts",
  "lib/model/offline/conversation/before.ts",
];
const MORE_LEAVES = ["lib/users/service.ts", "test/database.ts", "app/layout.tsx"];

let folder = "";
const found = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "errand-imports-"));
  const sources = new Map<string, string>(
    [...LEAVES, ...OFFLINE_LEAVES, ...MORE_LEAVES].map((file) => [file, "export {};\n"]),
  );
  for (const [file, imported] of IMPORTS) {
    sources.set(file, `${sources.get(file) ?? ""}import "${imported}";\n`);
  }
  for (const [file, source] of sources) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), source);
  }
  const { output } = await cruise(["."], {
    ruleSet: { forbidden: rules.forbidden ?? [] },
    validate: true,
    tsPreCompilationDeps: true,
    baseDir: folder,
  });
  if (typeof output === "string") throw new Error(output);
  for (const module of output.modules) {
    for (const { module: imported, rules: broken } of module.dependencies) {
      for (const { name } of broken ?? []) found.add(`${module.source} ${imported} ${name}`);
    }
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(IMPORTS)("%s imports %s: %s", (file, imported, rule) => {
  const objections = [...found]
    .filter((line) => line.startsWith(`${file} ${imported} `))
    .map((line) => line.split(" ").at(-1))
    // Nothing is installed in the small house.
    .filter((name) => name !== "resolvable" && name !== "declared");
  if (rule === null) expect(objections).toEqual([]);
  else expect(objections).toContain(rule);
});
