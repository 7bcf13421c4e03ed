/** Makes a process the app's: its folder, its mode, and what its .env files say, read as Next reads them. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** @param {{ dev: boolean }} mode */
export const enter = async ({ dev }) => {
  process.chdir(ROOT);
  Object.assign(process.env, {
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Or Next asks the registry to complete a lock file that lacks other platforms' binaries.
    NEXT_IGNORE_INCORRECT_LOCKFILE: "1",
  });
  // CommonJS: Node gives it as the default, tsx by its names.
  const nextEnv = await import("@next/env");
  const { loadEnvConfig } = nextEnv.default ?? nextEnv;
  loadEnvConfig(ROOT, dev, { info: () => undefined, error: console.error });
};
