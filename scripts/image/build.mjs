/**
 * What a container holds, in `.next/standalone`: Next's standalone folder, the files that it leaves out, and in place
 * of its server our own start and the operator's commands, each bundled with what it imports.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { build } from "esbuild";
import { z } from "zod";
import { buildStandalone } from "../boot/build.mjs";

const IMAGE = ".next/standalone";

/** As deep as `scripts/boot`, from where `enter.mjs` finds the app's folder. */
const SCRIPTS = "scripts/image";

/** What `npm run NAME` runs in a container; without tsx, which isn't there. */
const COMMANDS = [
  "scripts/image/start.mjs",
  "scripts/backup.ts",
  "scripts/doctor.ts",
  "scripts/restore.ts",
  "scripts/tool.ts",
  "scripts/user.ts",
];

const REST = ["scripts/boot/preflight-checks.ts", "scripts/boot/healthy.mjs"];

const settings = z.object({ config: z.object({ serverExternalPackages: z.array(z.string()) }) });
const manifest = z.looseObject({ name: z.string(), scripts: z.unknown() });

/** @param {string} file @returns {unknown} */
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

/** The packages that stay packages, as they do for Next, which traced their files into the folder. */
const packages = () => [
  "next",
  "@next/env",
  ...settings.parse(readJson(".next/required-server-files.json")).config.serverExternalPackages,
];

const bundleScripts = () =>
  build({
    entryPoints: [...COMMANDS, ...REST],
    outdir: join(IMAGE, SCRIPTS),
    entryNames: "[name]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: packages(),
    keepNames: true,
    // Packages in CommonJS ask for Node's own modules with it.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    logLevel: "warning",
  });

/** package.json with the commands as they are called in the folder. */
const writeManifest = () => {
  const { name, version, license, type, engines } = manifest.parse(readJson("package.json"));
  const scripts = Object.fromEntries(
    COMMANDS.map((file) => basename(file, extname(file))).map((command) => [
      command,
      `node ${SCRIPTS}/${command}.mjs`,
    ]),
  );
  const content = { name, version, license, private: true, type, engines, scripts };
  writeFileSync(join(IMAGE, "package.json"), `${JSON.stringify(content, null, 2)}\n`);
};

export const buildImage = async () => {
  await buildStandalone();
  for (const folder of ["public", ".next/static"]) {
    cpSync(folder, join(IMAGE, folder), { recursive: true });
  }
  rmSync(join(IMAGE, "server.js"));
  // The trace of `instrumentation.ts` takes the sources beside the migrations along; they are in the build already.
  for (const file of readdirSync(join(IMAGE, "db"))) {
    if (file.endsWith(".ts")) rmSync(join(IMAGE, "db", file));
  }
  await bundleScripts();
  writeManifest();
};
