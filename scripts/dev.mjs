/** `npm run dev`: as `npm start`, with reloading instead of a build. */
import "./boot/node-version.mjs";

const { start } = await import("./boot/start.mjs");
await start({ dev: true });
