import { expect, it } from "vitest";
import { verifyPassword } from "@/lib/auth/password";
import { addTask } from "@/lib/tasks/service";
import { findUserByEmail } from "@/lib/users/service";
import { startSession } from "@/lib/users/sessions";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { typing } from "@/test/terminal";
import { EXIT, runCommand } from "./run";
import { userCommand } from "./user-command";

const ADA = "ada@example.com";
const PASSWORD = "correct horse battery";

onEmbeddedDatabase("npm run user", (database) => {
  const run = async (args: string[], typed: Parameters<typeof typing>[0] = {}) => {
    const { terminal, ...seen } = typing(typed);
    const open = () =>
      Promise.resolve({ db: database(), kind: "embedded" as const, close: async () => undefined });
    return { exit: await runCommand(userCommand, args, { open, terminal }), ...seen };
  };
  const fits = async (password: string) =>
    verifyPassword((await findUserByEmail(database(), ADA))?.passwordHash, password);

  it("creates an account with a password that is typed twice and not shown", async () => {
    const { exit, asked, printed } = await run(["create", "Ada@Example.com", "--name", "Ada L."], {
      answers: [PASSWORD, PASSWORD],
    });
    expect([exit, printed]).toEqual([EXIT.done, []]);
    expect(asked).toEqual(["Password: (hidden)", "The same again: (hidden)"]);
    expect(await findUserByEmail(database(), ADA)).toMatchObject({ name: "Ada L." });
    expect(await fits(PASSWORD)).toBe(true);
  });

  it("takes a password from a pipe, or makes one and shows it once", async () => {
    expect((await run(["create", ADA], { stdin: `${PASSWORD}\n` })).exit).toBe(EXIT.done);
    expect(await fits(PASSWORD)).toBe(true);
    const { printed } = await run(["reset-password", ADA, "--generate"]);
    expect(printed).toEqual([expect.stringMatching(/^[\w-]{20}$/)]);
    expect(await fits(PASSWORD)).toBe(false);
    expect(await fits(printed[0]!)).toBe(true);
  });

  it.each([
    ["two that differ", { answers: [PASSWORD, "another one"] }, "differ"],
    ["a short one", { answers: ["short"] }, "at least 8"],
    ["none", { stdin: "" }, "at least 8"],
  ])("refuses %s", async (_what, typed, words) => {
    const { exit, complaints } = await run(["create", ADA], typed);
    expect([exit, complaints]).toEqual([EXIT.unusable, [expect.stringContaining(words)]]);
    expect(await findUserByEmail(database(), ADA)).toBeUndefined();
  });

  it("refuses a taken address before it asks for a password", async () => {
    await run(["create", ADA], { stdin: PASSWORD });
    const { exit, complaints } = await run(["create", "ADA@example.com"], { answers: [] });
    expect([exit, complaints]).toEqual([EXIT.unusable, [expect.stringContaining("already")]]);
  });

  it("ends every session with a reset", async () => {
    await run(["create", ADA], { stdin: PASSWORD });
    const { id: userId } = (await findUserByEmail(database(), ADA))!;
    await startSession(database(), { userId, kind: "browser", now: new Date() });
    expect((await run(["reset-password", ADA], { stdin: "another password" })).exit).toBe(0);
    expect(await database().query.sessions.findMany()).toEqual([]);
    expect(await fits("another password")).toBe(true);
  });

  it("lists accounts with what is in them, and no secret", async () => {
    expect((await run(["list"])).complaints).toEqual(["There is no account yet."]);
    await run(["create", ADA], { stdin: PASSWORD });
    const ctx = await makeUser(database(), { name: "Eve" });
    await addTask(ctx, { title: "Hers" });
    const { printed } = await run(["list"]);
    expect(printed).toHaveLength(2);
    expect(printed[0]).toMatch(/^ada@example\.com +since \d{4}-\d\d-\d\d {2}0 tasks {2}ada/);
    expect(printed[1]).toContain("1 task  Eve");
  });

  it("deletes an account when its address is typed again, or with --yes", async () => {
    await run(["create", ADA], { stdin: PASSWORD });
    const there = async () => (await findUserByEmail(database(), ADA)) !== undefined;
    const mistyped = await run(["delete", ADA], { answers: ["eve@example.com"] });
    expect([mistyped.exit, await there()]).toEqual([EXIT.refused, true]);
    const script = await run(["delete", ADA]);
    expect([script.exit, await there()]).toEqual([EXIT.unusable, true]);
    const meant = await run(["delete", ADA], { answers: [" Ada@example.com"] });
    expect([meant.exit, await there()]).toEqual([EXIT.done, false]);
    await run(["create", ADA], { stdin: PASSWORD });
    expect((await run(["delete", ADA, "--yes"])).exit).toBe(EXIT.done);
    expect(await there()).toBe(false);
  });

  it.each([
    [["fly"], "not understood"],
    [["create"], "whose account"],
    [["create", "nobody"], "e-mail address"],
    [["create", ADA, "hunter22"], "not understood"],
    [["create", ADA, "--password", "hunter22"], "--password"],
    [["delete", ADA, "--yes"], "There is no account"],
    [["reset-password", ADA], "There is no account"],
  ])("refuses %j", async (args, words) => {
    const { exit, complaints } = await run(args, { stdin: PASSWORD });
    expect([exit, complaints]).toEqual([EXIT.unusable, [expect.stringContaining(words)]]);
  });

  it("explains itself", async () => {
    const { exit, printed } = await run([]);
    expect([exit, printed]).toEqual([EXIT.done, [expect.stringContaining("reset-password EMAIL")]]);
  });
});
