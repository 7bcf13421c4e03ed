/**
 * `npm run restore FILE`: puts a backup into the database, which must be empty; with `npm run restore -- --replace FILE`
 * what is there gives way. All of it is restored, or nothing. The file may come from any database and an older Errand.
 */
import { parseArgs } from "node:util";
import { restoreFromFile } from "@/db/restore";
import { env } from "@/lib/env";
import { databaseName } from "./database-name";
import { withProgressBar } from "./progress-bar";
import { type Command, EXIT, UsageError } from "./run";
import { shellPath } from "./shell-path";

const USAGE = "Say from where: npm run restore FILE, or npm run restore -- --replace FILE";

export const restoreCommand: Command = async ({ args, database, terminal }) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { replace: { type: "boolean", default: false } },
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError(USAGE);
  const db = await database();
  const { rows, app, createdAt } = await withProgressBar("Restoring", (onProgress) =>
    restoreFromFile(db, shellPath(name), { replace: values.replace, onProgress }),
  );
  terminal.print(
    `Restored ${rows.toLocaleString("en")} rows, as they were at ${createdAt} (Errand ${app}). ` +
      `Database: ${databaseName(env())}.`,
  );
  return EXIT.done;
};
