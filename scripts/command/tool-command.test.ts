import { expect, it } from "vitest";
import { listChanges } from "@/lib/tasks/changes";
import { listTasks } from "@/lib/tasks/list";
import { addTask } from "@/lib/tasks/service";
import { TASK_TOOLS } from "@/lib/tools/task-tools";
import { updateMe } from "@/lib/users/service";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { typing } from "@/test/terminal";
import { EXIT, runCommand } from "./run";
import { toolCommand } from "./tool-command";

onEmbeddedDatabase("npm run tool", (database) => {
  const run = async (args: string[], typed: Parameters<typeof typing>[0] = {}) => {
    const { terminal, ...seen } = typing(typed);
    const open = () =>
      Promise.resolve({ db: database(), kind: "embedded" as const, close: async () => undefined });
    const exit = await runCommand(toolCommand, args, { open, terminal });
    return { exit, ...seen, result: seen.printed[0] };
  };

  it("lists every tool with its arguments, without a database", async () => {
    const { exit, result } = await run([]);
    expect(exit).toBe(EXIT.done);
    for (const { name } of TASK_TOOLS) expect(result).toContain(`\n${name}  `);
    expect(result).toContain("    title (string, required)  What is to be done");
    expect(result).toContain("    priority (none|low|medium|high)");
  });

  it("runs one in the only account, in the ledger under its own name", async () => {
    const ctx = await makeUser(database());
    const { exit, result } = await run(["add_task", '{"title":"Buy milk","due":"2026-12-01"}']);
    expect(exit).toBe(EXIT.done);
    expect(JSON.parse(result!)).toMatchObject({ task_id: 1, status: "created", title: "Buy milk" });
    const { changes } = await listChanges(ctx, { limit: 5 });
    expect(changes.map(({ actor }) => actor)).toEqual([{ kind: "token", name: "Command line" }]);
    expect((await run(["undo"])).exit).toBe(EXIT.done);
    expect((await listTasks(ctx, { limit: 5 })).count).toBe(0);
  });

  it("takes its arguments from stdin, so that no shell has to be quoted for", async () => {
    const ctx = await makeUser(database());
    await run(["add_task", "-"], { stdin: '{"title":"Ada\'s “milk”"}' });
    expect((await listTasks(ctx, { limit: 5 })).tasks[0]?.title).toBe("Ada's “milk”");
  });

  it("asks whose list it is, where there are several", async () => {
    const ada = await makeUser(database(), { name: "Ada" });
    const eve = await makeUser(database(), { name: "Eve" });
    const args = ["add_task", '{"title":"Hers"}'];
    const unclear = await run(args);
    expect([unclear.exit, unclear.complaints]).toEqual([
      EXIT.unusable,
      [expect.stringContaining("--user EMAIL")],
    ]);
    const hers = await run([...args, "--user", `${eve.userId}@EXAMPLE.com`]);
    expect(hers.exit).toBe(EXIT.done);
    expect((await listTasks(ada, { limit: 5 })).count).toBe(0);
    expect((await listTasks(eve, { limit: 5 })).count).toBe(1);
    const nobody = await run([...args, "--user", "nobody@example.com"]);
    expect([nobody.exit, nobody.complaints]).toEqual([
      EXIT.unusable,
      ["There is no account with the e-mail address nobody@example.com."],
    ]);
  });

  it("says that there is no account yet", async () => {
    const { exit, complaints } = await run(["list_tasks"]);
    expect([exit, complaints]).toEqual([
      EXIT.unusable,
      ["There is no account yet: npm run user -- create EMAIL"],
    ]);
  });

  it.each([
    [["fly"], "There is no tool called fly."],
    [["add_task", "{"], "not valid JSON"],
    [["add_task", "[]"], "must be a JSON object"],
    [["add_task", '{"title":""}'], "title"],
    [["add_task", '{"title":"x"}', "more"], "one JSON text"],
    [["add_task", '{"title":"x"}', "--force"], "--force"],
  ])("refuses %j before it opens anything", async (args, words) => {
    const { terminal, complaints } = typing();
    const open = () => Promise.reject(new Error("The database was opened."));
    const exit = await runCommand(toolCommand, args, { open, terminal });
    expect([exit, complaints]).toEqual([EXIT.unusable, [expect.stringContaining(words)]]);
  });

  it("ends with 1 when the tool could not do it, and prints why", async () => {
    await makeUser(database());
    const { exit, result } = await run(["complete_task", '{"task_id":7}']);
    expect([exit, JSON.parse(result!)]).toEqual([
      EXIT.refused,
      expect.objectContaining({ error: "not_found" }),
    ]);
  });

  it("asks before the second deletion within a minute, and in a script wants --yes", async () => {
    const ctx = await makeUser(database());
    for (const title of ["One", "Two", "Three", "Four"]) await addTask(ctx, { title });
    const left = async () =>
      (await listTasks(ctx, { limit: 9 })).tasks.map((task) => task.title).join(" ");
    const first = await run(["delete_task", '{"task_id":1}'], { answers: [] });
    expect([first.exit, await left()]).toEqual([EXIT.done, "Two Three Four"]);
    const kept = await run(["delete_task", '{"task_title":"two"}'], { answers: ["n"] });
    expect(kept.asked).toEqual(["Delete task 2 “Two”? [y/N] "]);
    expect([kept.exit, await left()]).toEqual([EXIT.refused, "Two Three Four"]);
    const gone = await run(["delete_task", '{"task_title":"two"}'], { answers: ["y"] });
    expect([gone.exit, await left()]).toEqual([EXIT.done, "Three Four"]);
    const script = await run(["delete_task", '{"task_id":3}']);
    expect([script.exit, await left()]).toEqual([EXIT.unusable, "Three Four"]);
    expect(script.complaints).toEqual([expect.stringContaining("--yes")]);
    const meant = await run(["delete_task", '{"task_id":3}', "--yes"]);
    expect([meant.exit, await left()]).toEqual([EXIT.done, "Four"]);
  });

  it("asks before every deletion where the person wants that", async () => {
    const ctx = await makeUser(database());
    await updateMe(ctx, { confirm_deletions: "always" });
    await addTask(ctx, { title: "One" });
    const { asked, exit } = await run(["delete_task", '{"task_id":1}'], { answers: [""] });
    expect([exit, asked.length]).toEqual([EXIT.refused, 1]);
  });
});
