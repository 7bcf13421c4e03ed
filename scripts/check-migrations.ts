/**
 * Whether `db/migrations` says what `db/schema.ts` says: generates into a copy, and nothing new may come of it.
 * Part of `npm test`; `npm run db:generate` mends it.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const MIGRATIONS = "db/migrations";

// Below the project, because drizzle-kit takes paths relative to it.
const copy = mkdtempSync(join("test-results", "migrations-"));
try {
  cpSync(MIGRATIONS, copy, { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    "npx",
    [
      ...["--no-install", "drizzle-kit", "generate", "--dialect=postgresql"],
      ...["--schema=./db/schema.ts", `--out=./${copy}`],
    ],
    { encoding: "utf8", shell: process.platform === "win32" },
  );
  const expected = readdirSync(MIGRATIONS).sort().join(", ");
  const found = readdirSync(copy).sort().join(", ");
  if (status !== 0 || expected !== found) {
    console.error(`${stdout}${stderr}`);
    console.error(`${MIGRATIONS} is behind db/schema.ts. Run: npm run db:generate`);
    process.exitCode = 1;
  } else {
    console.log("The migrations match the schema.");
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
