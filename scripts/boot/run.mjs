/** What every start has in common, from a checkout or in a container: .env files, the checks, a build, the server. */
import { enter } from "./enter.mjs";
import { orExplain } from "./stop.mjs";

/**
 * @param {{ dev: boolean, checks: string[], prepare: () => Promise<void> | void }} how `checks` are Node's arguments
 *   that run `preflight-checks.ts`; `prepare` has the build ready
 */
export const run = ({ dev, checks, prepare }) =>
  orExplain(async () => {
    await enter({ dev });
    const { preflight } = await import("./preflight.mjs");
    const { host, port, url, database, assistant } = preflight(checks);
    await prepare();
    const { serve } = await import("./serve.mjs");
    await serve({ dev, host, port });
    console.log(`Errand is at ${url}\n  database   ${database}\n  assistant  ${assistant}`);
  });
