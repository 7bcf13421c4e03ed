/** `npm run build`: builds when something changed, and says nothing when nothing did. */
import "./boot/node-version.mjs";

const { build } = await import("./boot/start.mjs");
await build();
