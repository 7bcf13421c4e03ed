/** `npm run build:image`: what a container holds, in `.next/standalone`. */
import "./boot/node-version.mjs";
import { orExplain } from "./boot/stop.mjs";

await orExplain(async () => {
  const { enter } = await import("./boot/enter.mjs");
  await enter({ dev: false });
  const { buildImage } = await import("./image/build.mjs");
  await buildImage();
});
