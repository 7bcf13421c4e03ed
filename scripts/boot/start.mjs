/**
 * What `npm start`, `npm run dev` and `npm run build` do, in order: .env files, the checks, the build, the server.
 * Everything here is a production dependency: a host installs without the others.
 */
import { enter } from "./enter.mjs";
import { run } from "./run.mjs";
import { orExplain } from "./stop.mjs";

const CHECKS = ["--import", "tsx", "scripts/boot/preflight-checks.ts"];

const holdBuild = async () => {
  const { holdBuild } = await import("./build.mjs");
  await holdBuild();
};

/** @param {{ dev: boolean }} mode */
export const start = ({ dev }) =>
  run({ dev, checks: CHECKS, prepare: dev ? () => undefined : holdBuild });

export const build = () =>
  orExplain(async () => {
    await enter({ dev: false });
    await holdBuild();
  });
