/**
 * Checks what would stop the app later: the environment, the lock on the embedded database, the port.
 * Prints a JSON report for `preflight.mjs`, or one sentence for people on stderr and exits with 1.
 */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { FolderLockedError, lockFolder } from "@/db/lock";
import { env, EnvironmentError, type Env } from "@/lib/env";
import { portFault } from "./port";
import { databaseName } from "../command/database-name";

const LOOPBACK = ["127.0.0.1", "0.0.0.0", "::1", "::", "localhost"];

const checkFolder = ({ DATA_DIR }: Env): void => {
  const folder = resolve(DATA_DIR);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  lockFolder(folder).release();
};

const assistant = ({ OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL }: Env): string =>
  OPENAI_API_KEY
    ? `${OPENAI_MODEL} at ${OPENAI_BASE_URL ?? "OpenAI"}`
    : "offline (set OPENAI_API_KEY for a language model)";

try {
  const settings = env();
  if (!settings.POSTGRES_URL) checkFolder(settings);
  const fault = await portFault(settings);
  if (fault) throw new EnvironmentError(fault);
  const { HOST, PORT } = settings;
  const name = LOOPBACK.includes(HOST) ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST;
  const report = {
    host: HOST,
    port: PORT,
    url: `http://${name}:${PORT}`,
    database: databaseName(settings),
    assistant: assistant(settings),
  };
  process.stdout.write(JSON.stringify(report));
} catch (error) {
  if (!(error instanceof EnvironmentError || error instanceof FolderLockedError)) throw error;
  console.error(error.message);
  process.exit(1);
}
