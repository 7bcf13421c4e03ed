/**
 * What `npm start`, `npm run dev` and `npm run build` do, in order: .env files, the checks, the build, the server.
 * Everything here is a production dependency: a host installs without the others.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { orExplain } from "./stop.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Makes this process the app's: its folder, its mode, and what its .env files say, read as Next reads them.
 * @param {{ dev: boolean }} mode
 */
const enter = async ({ dev }) => {
  process.chdir(ROOT);
  Object.assign(process.env, {
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Or Next asks the registry to complete a lock file that lacks other platforms' binaries.
    NEXT_IGNORE_INCORRECT_LOCKFILE: "1",
  });
  const { default: nextEnv } = await import("@next/env");
  nextEnv.loadEnvConfig(ROOT, dev, { info: () => undefined, error: console.error });
};

/** @param {{ dev: boolean }} mode */
export const start = ({ dev }) =>
  orExplain(async () => {
    await enter({ dev });
    const { preflight } = await import("./preflight.mjs");
    const { host, port, url, database, assistant } = preflight();
    if (!dev) {
      const { holdBuild } = await import("./build.mjs");
      await holdBuild();
    }
    const { serve } = await import("./serve.mjs");
    await serve({ dev, host, port });
    console.log(`Errand is at ${url}\n  database   ${database}\n  assistant  ${assistant}`);
  });

export const build = () =>
  orExplain(async () => {
    await enter({ dev: false });
    const { holdBuild } = await import("./build.mjs");
    await holdBuild();
  });
