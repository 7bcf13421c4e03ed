/** Serves the bare route as the app is served: `scripts/boot/serve.mjs`, production, one process. Its port is the argument. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../scripts/boot/serve.mjs";

process.chdir(dirname(fileURLToPath(import.meta.url)));
await serve({ dev: false, host: "127.0.0.1", port: Number(process.argv[2]) });
