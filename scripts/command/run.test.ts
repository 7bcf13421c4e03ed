/** The commands as a shell starts them, on a folder of their own. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectEmbedded } from "@/db/client";
import { createServerDatabase } from "@/test/database";

const TIMEOUT_MS = 120_000;

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "errand-command-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const shell = (
  script: string,
  args: string[],
  { stdin = "", ...variables }: Record<string, string> = {},
): Promise<{ exit: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
      env: {
        ...process.env,
        DATA_DIR: folder,
        POSTGRES_URL: "",
        NEXTAUTH_SECRET: "",
        ...variables,
      },
    });
    const seen = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (seen.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (seen.err += chunk.toString()));
    child.once("close", (exit) => resolve({ exit, ...seen }));
    child.stdin.end(stdin);
  });

it(
  "makes an account and adds a task to its list",
  async () => {
    const stdin = "correct horse battery\n";
    const created = await shell("user", ["create", "ada@example.com"], { stdin });
    expect(created).toEqual({ exit: 0, out: "", err: "ada@example.com can sign in now.\n" });
    const added = await shell("tool", ["add_task", '{"title":"Buy milk"}']);
    expect(added).toMatchObject({ exit: 0, err: "" });
    expect(JSON.parse(added.out)).toMatchObject({ task_id: 1, title: "Buy milk" });
  },
  TIMEOUT_MS,
);

it(
  "says that a server holds the embedded database, and touches nothing",
  async () => {
    const server = await connectEmbedded(folder);
    const refused = await shell("tool", ["list_tasks"]);
    await server.close();
    expect([refused.exit, refused.out]).toEqual([2, ""]);
    expect(refused.err).toContain(`is in use by another Errand (process ${process.pid})`);
    expect(refused.err).toContain("use its page, its API or MCP");
  },
  TIMEOUT_MS,
);

it(
  "says what is wrong with the environment, and that a server can't be reached",
  async () => {
    const wrong = await shell("user", ["list"], { POSTGRES_URL: "mysql://x" });
    expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining("POSTGRES_URL")]);
    const nobody = await shell("user", ["list"], {
      POSTGRES_URL: "postgres://127.0.0.1:1/errand",
      NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
    });
    expect([nobody.exit, nobody.err]).toEqual([2, expect.stringContaining("can't be reached")]);
  },
  TIMEOUT_MS,
);

it(
  "moves from the embedded database to a server, and doesn't overwrite what is there",
  async () => {
    const stdin = "correct horse battery\n";
    await shell("user", ["create", "ada@example.com"], { stdin });
    const saved = await shell("backup", ["errand.backup"], { INIT_CWD: folder });
    expect(saved).toMatchObject({ exit: 0, err: "" });
    expect(saved.out).toContain(`Backed up to ${join(folder, "errand.backup")}`);

    const { url, drop } = await createServerDatabase();
    const server = { POSTGRES_URL: url, NEXTAUTH_SECRET: "x".repeat(32), INIT_CWD: folder };
    const restored = await shell("restore", ["errand.backup"], server);
    expect(restored).toMatchObject({ exit: 0, err: "" });
    expect(restored.out).toContain("Database: PostgreSQL, test_");
    const listed = await shell("user", ["list"], server);
    expect(listed.out).toContain("ada@example.com");

    const again = await shell("restore", ["errand.backup"], server);
    expect(again).toMatchObject({ exit: 1, out: "" });
    expect(again.err).toContain("--replace");
    await drop();
  },
  2 * TIMEOUT_MS,
);

it(
  "says what is missing for a backup or a restore",
  async () => {
    expect(await shell("backup", [])).toMatchObject({ exit: 2 });
    const nothing = await shell("backup", ["x"], { INIT_CWD: folder });
    expect(nothing).toMatchObject({ exit: 1, out: "" });
    expect(nothing.err).toContain("There is nothing to back up");
    const absent = await shell("restore", ["absent"], { INIT_CWD: folder });
    expect(absent).toMatchObject({ exit: 2, out: "" });
    expect(absent.err).toBe(`There is no such file or folder: ${join(folder, "absent")}\n`);
  },
  TIMEOUT_MS,
);
