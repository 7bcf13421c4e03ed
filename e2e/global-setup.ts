/** Before the end-to-end tests: the build that all of them start. */
import { execFileSync } from "node:child_process";

const setup = (): void => {
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
};

export default setup;
