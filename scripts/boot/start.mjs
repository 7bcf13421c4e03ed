/**
 * What `npm start`, `npm run dev` and `npm run build` do, in order: .env files, the checks, the build, the server.
 * Everything here is a production dependency: a host installs without the others.
 */
import { enter } from "./enter.mjs";
import { orExplain } from "./stop.mjs";

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
