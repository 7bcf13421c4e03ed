/**
 * `npm start` in a container: as everywhere, but on the build that the image brings, with the settings of
 * `next.config.ts` that were written down when it was made.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { run } from "../boot/run.mjs";

const written = z.object({ config: z.looseObject({}) });

await run({
  dev: false,
  checks: ["scripts/image/preflight-checks.mjs"],
  prepare: () => {
    const { config } = written.parse(
      JSON.parse(readFileSync(".next/required-server-files.json", "utf8")),
    );
    // What Next's own server.js of a standalone build sets; without it Next would look for next.config.ts.
    process.env["__NEXT_PRIVATE_STANDALONE_CONFIG"] = JSON.stringify(config);
  },
});
