/**
 * The build in `.next`, made when its fingerprint is not that of the sources.
 *
 * Two kernel locks keep processes of one checkout out of each other's way; they end with their holder, however it dies:
 * - `build`: who looks at the build or makes one; others wait.
 * - `serve`: shared by all that serve the build; who would replace it needs it alone.
 */
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tryLock, waitForLock } from "fs-native-extensions";
import { fingerprint } from "./fingerprint.mjs";
import { StartError } from "./stop.mjs";

/** `next build` empties `.next` but for its cache. */
const LOCKS = ".next/cache/errand";
const STAMP = ".next/errand-build.json";

/** @param {string} name */
const openLock = (name) => {
  mkdirSync(LOCKS, { recursive: true });
  return openSync(`${LOCKS}/${name}.lock`, "a+");
};

/** The build's own name for itself, "" when there is none or it was broken off. */
const buildId = () => {
  try {
    return readFileSync(".next/BUILD_ID", "utf8");
  } catch {
    return "";
  }
};

/** @param {string} print */
const stampOf = (print) => `${JSON.stringify({ fingerprint: print, buildId: buildId() })}\n`;

/** @param {string} print */
const isBuilt = (print) => {
  try {
    return buildId() !== "" && readFileSync(STAMP, "utf8") === stampOf(print);
  } catch {
    return false;
  }
};

/**
 * @param {number} lock inherited by the build, so that it stays locked while a build outlives its killed parent
 * @param {Record<string, string>} variables for `next.config.ts`
 */
const runNextBuild = (lock, variables) =>
  new Promise((resolve, reject) => {
    const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
    const child = spawn(process.execPath, [next, "build"], {
      stdio: ["ignore", "pipe", "pipe", lock],
      env: { ...process.env, ...variables },
    });
    let output = "";
    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const end = () => child.kill();
    process.once("exit", end);
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", end);
      if (code === 0) resolve(undefined);
      else reject(new StartError(`${output.trim()}\n\nThe build failed; its output is above.`));
    });
  });

/** @param {string} print @param {number} buildLock @param {Record<string, string>} [variables] */
const rebuild = async (print, buildLock, variables = {}) => {
  const serveLock = openLock("serve");
  try {
    if (!tryLock(serveLock)) {
      throw new StartError(
        "The sources have changed, and another Errand is serving the build in .next, which a new one would replace. " +
          "Stop that one first, or start from a checkout of its own.",
      );
    }
    const started = Date.now();
    console.log("Building, which takes up to a minute…");
    rmSync(STAMP, { force: true });
    await runNextBuild(buildLock, variables);
    writeFileSync(STAMP, stampOf(print));
    console.log(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
  } finally {
    closeSync(serveLock);
  }
};

/** @param {(buildLock: number) => Promise<void>} work what only one process at a time may do to the build */
const alone = async (work) => {
  const buildLock = openLock("build");
  if (!tryLock(buildLock)) {
    console.log("Waiting for another Errand that is building…");
    await waitForLock(buildLock);
  }
  try {
    await work(buildLock);
  } finally {
    closeSync(buildLock);
  }
};

/** Makes sure that `.next` holds a build of the sources as they are, and keeps it from being replaced until this process ends. */
export const holdBuild = () =>
  alone(async (buildLock) => {
    const print = fingerprint(process.cwd(), process.env);
    if (!isBuilt(print)) await rebuild(print, buildLock);
    tryLock(openLock("serve"), { shared: true });
  });

/** Makes a build with Next's standalone folder in it, which no fingerprint fits: `npm start` makes its own again. */
export const buildStandalone = () =>
  alone((buildLock) => rebuild("standalone", buildLock, { ERRAND_OUTPUT: "standalone" }));
