/**
 * The checks before the build, so that a wrong setting is told in a second and not after one.
 * They run in a process of their own: they are TypeScript, and the server's process should not carry its loader.
 */
import { spawnSync } from "node:child_process";
import { z } from "zod";

const report = z.object({
  host: z.string(),
  port: z.number(),
  url: z.string(),
  database: z.string(),
  assistant: z.string(),
});

/**
 * Where and with what the app will run. Ends the process when something is wrong, after the check said what.
 * @param {string[]} checks Node's arguments that run `preflight-checks.ts`
 */
export const preflight = (checks) => {
  const { status, stdout } = spawnSync(process.execPath, checks, {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) process.exit(1);
  return report.parse(JSON.parse(stdout));
};
