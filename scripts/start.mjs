/** `npm start`: checks the environment, builds when something changed, serves. In one process, so that no end leaves an orphan. */
import "./boot/node-version.mjs";

const { start } = await import("./boot/start.mjs");
await start({ dev: false });
