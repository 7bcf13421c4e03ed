/**
 * What a build was made from, as one hash: the content of every file that `next build` reads, the installed packages,
 * and the settings that it writes into the pages. Times don't count, so a fresh clone or `touch` changes nothing.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const FOLDERS = ["app", "components", "db", "lib", "public"];

/** At the root. `next-env.d.ts` is written by Next itself, differently for each mode. */
const FILES =
  /^(middleware|proxy|instrumentation(-client)?|next\.config|postcss\.config|mdx-components)\.\w+$|^(tsconfig|package|package-lock)\.json$/;

/** What npm installed, which the lock file only asks for. */
const INSTALLED = "node_modules/.package-lock.json";

const TESTS = /\.test\.tsx?$/;

/** @param {string} root @param {string} folder @returns {string[]} paths below root, with `/` */
const filesBelow = (root, folder) =>
  list(join(root, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return TESTS.test(entry.name) ? [] : [path];
  });

/** @param {string} folder */
const list = (folder) => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
};

const manifest = z.looseObject({});

/** What of package.json reaches a build. @param {Buffer} content */
const withoutScripts = (content) => {
  const {
    scripts: _scripts,
    devDependencies: _tools,
    ...rest
  } = manifest.parse(JSON.parse(content.toString()));
  return JSON.stringify(rest);
};

/** @param {string} file */
const contentHash = (file) => {
  try {
    const content = readFileSync(file);
    return createHash("sha256")
      .update(file.endsWith("package.json") ? withoutScripts(content) : content)
      .digest("hex");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "none";
    throw error;
  }
};

/**
 * @param {string} root the project's folder
 * @param {Record<string, string | undefined>} variables the environment, with its .env files
 * @returns {string} SHA-256 in hexadecimal
 */
export const fingerprint = (root, variables) => {
  const files = [
    ...FOLDERS.flatMap((folder) => filesBelow(root, folder)),
    ...list(root)
      .map(({ name }) => name)
      .filter((name) => FILES.test(name)),
    INSTALLED,
  ];
  const inlined = Object.entries(variables).filter(([name]) => name.startsWith("NEXT_PUBLIC_"));
  const lines = [
    ...files.map((file) => `${file} ${contentHash(join(root, file))}`),
    ...inlined.map(([name, value]) => `${name}=${value ?? ""}`),
  ];
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
};
