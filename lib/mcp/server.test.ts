/** The route as clients meet it: the official client, in both eras, with requests handed straight to the handlers. */
import {
  Client,
  type CallToolResult,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import type { Context } from "@/lib/context";
import { listChanges } from "@/lib/tasks/changes";
import { listTasks } from "@/lib/tasks/list";
import { addTask, updateTask } from "@/lib/tasks/service";
import { TASK_TOOLS } from "@/lib/tools/task-tools";
import { updateMe } from "@/lib/users/service";
import { createAccessToken } from "@/lib/users/access-tokens";
import { onEmbeddedDatabase } from "@/test/database";
import { ADDRESS, fetchMcp, someone } from "@/test/mcp";
import { routesUse, useDatabase } from "@/test/routes";

const ERAS = ["2025-11-25", "2026-07-28"] as const;
type Era = (typeof ERAS)[number];

type Ask = (message: string) => Promise<"accept" | "decline">;

const clients: Client[] = [];

const connect = async (token: string, era: Era, ask?: Ask): Promise<Client> => {
  const client = new Client(
    { name: "tester", version: "1", title: "The tester" },
    {
      ...(era === "2026-07-28" ? { versionNegotiation: { mode: { pin: era } } } : {}),
      ...(ask ? { capabilities: { elicitation: {} } } : {}),
    },
  );
  if (ask) {
    client.setRequestHandler("elicitation/create", async (request) => ({
      action: await ask(request.params.message),
      content: {},
    }));
  }
  const transport = new StreamableHTTPClientTransport(new URL(ADDRESS), {
    fetch: fetchMcp,
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  });
  await client.connect(transport);
  clients.push(client);
  expect(client.getNegotiatedProtocolVersion()).toBe(era);
  return client;
};

/** A call's structured result; its text has to say the same. */
const call = async (
  client: Client,
  name: string,
  args: Record<string, unknown> = {},
): Promise<{ result: Record<string, unknown>; failed: boolean }> => {
  const answer: CallToolResult = await client.callTool({ name, arguments: args });
  const [text, ...more] = answer.content;
  expect(more).toEqual([]);
  expect(text?.type === "text" && JSON.parse(text.text)).toEqual(answer.structuredContent);
  return {
    result: answer.structuredContent as Record<string, unknown>,
    failed: answer.isError ?? false,
  };
};

const titles = async (ctx: Context): Promise<string[]> =>
  (await listTasks(ctx, { limit: 100 })).tasks.map((task) => task.title);

onEmbeddedDatabase("MCP", (database) => {
  routesUse(database);
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close();
  });

  describe.each(ERAS)("for a client of %s", (era) => {
    it("lists the registry, with titles, annotations and schemas", async () => {
      const { token } = await someone(database());
      const client = await connect(token, era);
      expect(client.getServerVersion()).toMatchObject({ name: "errand", title: "Errand" });
      const { tools } = await client.listTools();
      expect(tools.map((tool) => tool.name)).toEqual(TASK_TOOLS.map((tool) => tool.name));
      for (const [index, tool] of tools.entries()) {
        const { title, description, annotations } = TASK_TOOLS[index]!;
        expect(tool).toMatchObject({
          title,
          description,
          annotations: {
            readOnlyHint: annotations.readOnly,
            destructiveHint: annotations.destructive,
            idempotentHint: annotations.idempotent,
            openWorldHint: false,
          },
          inputSchema: { type: "object", additionalProperties: false },
          outputSchema: { type: "object", additionalProperties: false },
        });
        expect("confirm" in (tool.inputSchema.properties ?? {})).toBe(annotations.destructive);
      }
    });

    it("runs every tool, and the ledger says who did it", async () => {
      const { ctx, token } = await someone(database());
      const client = await connect(token, era);
      const run = async (name: string, args?: Record<string, unknown>) => {
        const { result, failed } = await call(client, name, args);
        expect(failed).toBe(false);
        return result;
      };
      expect(await run("add_task", { title: "Buy milk", due: "2026-12-01" })).toMatchObject({
        task_id: 1,
        status: "created",
        due_on: "2026-12-01",
      });
      expect(await run("list_tasks")).toMatchObject({ tasks: [{ task_id: 1 }], count: 1, more: 0 });
      expect(await run("complete_task", { task_id: "1" })).toMatchObject({ status: "completed" });
      expect(await run("update_task", { task_title: "milk", priority: "high" })).toMatchObject({
        changed: ["priority"],
      });
      expect(await run("delete_task", { task_id: 1 })).toMatchObject({ status: "deleted" });
      expect(await run("undo")).toEqual({
        status: "undone",
        tasks: [{ task_id: 1, title: "Buy milk", now: "restored" }],
      });
      const { changes } = await listChanges(ctx, { limit: 10 });
      expect(changes.map((change) => change.kind).reverse()).toEqual([
        "created",
        "completed",
        "updated",
        "deleted",
        "restored",
      ]);
      const name = era === "2026-07-28" ? "The tester" : "MCP client";
      for (const { actor } of changes) expect(actor).toEqual({ kind: "token", name });
    });

    it("says what a call did wrong, as a result", async () => {
      const { ctx, token } = await someone(database());
      await addTask(ctx, { title: "Call Ann" });
      await addTask(ctx, { title: "Call Ann" });
      const client = await connect(token, era);
      for (const [name, args, error] of [
        ["complete_task", { task_id: 9 }, "not_found"],
        ["complete_task", { task_title: "Call Ann" }, "ambiguous"],
        ["delete_task", { task_title: "Call Ann" }, "ambiguous"],
        ["add_task", { title: "Dentist", due: "whenever" }, "invalid_arguments"],
        ["add_task", { title: "Dentist", user_id: ctx.userId }, "invalid_arguments"],
        ["add_task", { title: "Dentist", confirm: "x" }, "invalid_arguments"],
        ["undo", {}, "not_found"],
      ] as const) {
        const { result, failed } = await call(client, name, args);
        expect({ failed, error: result["error"] }).toEqual({ failed: true, error });
        expect(result["message"]).toEqual(expect.stringMatching(/\w/));
      }
      expect(await titles(ctx)).toEqual(["Call Ann", "Call Ann"]);
      await expect(client.callTool({ name: "drop_table", arguments: {} })).rejects.toThrow(
        "drop_table",
      );
    });

    it("hides the cause of a failure that is ours", async () => {
      const { token } = await someone(database());
      const client = await connect(token, era);
      const transaction = () => Promise.reject(new Error("secret cause"));
      const broken = Object.create(database(), { transaction: { value: transaction } }) as Database;
      useDatabase(broken);
      const { result, failed } = await call(client, "add_task", { title: "Buy milk" });
      expect({ failed, error: result["error"] }).toEqual({ failed: true, error: "internal" });
      expect(JSON.stringify(result)).not.toContain("secret");
    });

    it("keeps two people apart", async () => {
      const ada = await someone(database());
      const ben = await someone(database());
      const hers = await connect(ada.token, era);
      const his = await connect(ben.token, era);
      await call(hers, "add_task", { title: "Hers" });
      expect((await call(his, "list_tasks")).result).toMatchObject({ count: 0 });
      expect((await call(his, "delete_task", { task_id: 1 })).result["error"]).toBe("not_found");
      expect((await call(his, "undo")).result["error"]).toBe("not_found");
      expect(await titles(ada.ctx)).toEqual(["Hers"]);
    });

    it("undoes what this caller changed, step by step, and nobody else's doing", async () => {
      const { ctx, token } = await someone(database());
      const client = await connect(token, era);
      await call(client, "add_task", { title: "First" });
      await call(client, "add_task", { title: "Second" });
      await addTask(ctx, { title: "By hand" });
      await call(client, "undo");
      expect(await titles(ctx)).toEqual(["First", "By hand"]);
      await call(client, "undo");
      expect(await titles(ctx)).toEqual(["By hand"]);
    });

    it("lets an access token do what its scope allows, in its name", async () => {
      const { ctx } = await someone(database());
      const write = await createAccessToken(ctx, { name: "My editor", scope: "write" });
      const read = await createAccessToken(ctx, { name: "My clock", scope: "read" });
      await call(await connect(write.token, era), "add_task", { title: "Buy milk" });
      const { changes } = await listChanges(ctx, { limit: 1 });
      expect(changes[0]?.actor).toEqual({ kind: "token", name: "My editor" });
      const reader = await connect(read.token, era);
      expect((await call(reader, "list_tasks")).result).toMatchObject({ count: 1 });
      await expect(reader.callTool({ name: "undo", arguments: {} })).rejects.toThrow();
      expect(await titles(ctx)).toEqual(["Buy milk"]);
    });

    it("asks nothing for a single deletion, or when the person never wants to be asked", async () => {
      const { ctx, token } = await someone(database());
      for (const title of ["One", "Two", "Three"]) await addTask(ctx, { title });
      const client = await connect(token, era);
      expect((await call(client, "delete_task", { task_id: 1 })).failed).toBe(false);
      expect((await call(client, "delete_task", { task_id: 2 })).failed).toBe(true);
      await updateMe(ctx, { confirm_deletions: "never" });
      expect((await call(client, "delete_task", { task_id: 2 })).failed).toBe(false);
      expect(await titles(ctx)).toEqual(["Three"]);
    });

    it("previews a deletion to a client that cannot ask, and deletes with the confirmation, once", async () => {
      const { ctx, token } = await someone(database());
      await addTask(ctx, { title: "Pay rent", due_on: "2026-12-01" });
      await updateMe(ctx, { confirm_deletions: "always" });
      const client = await connect(token, era);
      const { result, failed } = await call(client, "delete_task", { task_id: 1 });
      expect(failed).toBe(true);
      expect(result).toMatchObject({
        error: "confirmation_required",
        tasks: [{ task_id: 1, title: "Pay rent", due_on: "2026-12-01" }],
        confirm: expect.any(String),
      });
      expect(result["message"]).toContain("1 “Pay rent”, due Tuesday 1 December");
      expect(await titles(ctx)).toEqual(["Pay rent"]);
      const confirmed = { task_title: "rent", confirm: result["confirm"] };
      expect((await call(client, "delete_task", confirmed)).result).toMatchObject({
        status: "deleted",
      });
      await call(client, "undo");
      expect((await call(client, "delete_task", confirmed)).result["error"]).toBe("failed");
      expect(await titles(ctx)).toEqual(["Pay rent"]);
    });

    it("takes no confirmation for another task, another state, another person, or one that was made up", async () => {
      const { ctx, token } = await someone(database());
      const ben = await someone(database());
      for (const person of [ctx, ben.ctx]) {
        await addTask(person, { title: "Pay rent" });
        await addTask(person, { title: "Pay rent too" });
        await updateMe(person, { confirm_deletions: "always" });
      }
      const client = await connect(token, era);
      const asked = await call(client, "delete_task", { task_id: 1 });
      const confirm = asked.result["confirm"];
      const refused = async (who: Client, args: Record<string, unknown>) =>
        expect((await call(who, "delete_task", args)).result["error"]).toBe("failed");
      await refused(client, { task_id: 2, confirm });
      await refused(client, { task_id: 1, confirm: "yes" });
      await refused(client, { task_id: 1, confirm: `${String(confirm)}x` });
      await refused(client, { task_id: 1, confirm: true });
      await refused(await connect(ben.token, era), { task_id: 1, confirm });
      await updateTask(ctx, 1, { priority: "high" });
      await refused(client, { task_id: 1, confirm });
      expect(await titles(ctx)).toHaveLength(2);
      expect(await titles(ben.ctx)).toHaveLength(2);
    });
  });

  describe("asks the person through a client of 2026-07-28", () => {
    it("and deletes after a yes", async () => {
      const { ctx, token } = await someone(database());
      for (const title of ["One", "Two", "Three"]) await addTask(ctx, { title });
      const asked: string[] = [];
      const client = await connect(token, "2026-07-28", async (message) => {
        asked.push(message);
        return "accept";
      });
      await call(client, "delete_task", { task_id: 1 });
      expect(asked).toEqual([]);
      expect((await call(client, "delete_task", { task_title: "Two" })).failed).toBe(false);
      expect(asked).toEqual(["Delete task 2 “Two”?"]);
      expect(await titles(ctx)).toEqual(["Three"]);
    });

    it("and keeps the task after a no, or when it has changed meanwhile", async () => {
      const { ctx, token } = await someone(database());
      await addTask(ctx, { title: "Pay rent" });
      await updateMe(ctx, { confirm_deletions: "always" });
      const refusing = await connect(token, "2026-07-28", async () => "decline");
      const no = await call(refusing, "delete_task", { task_id: 1 });
      expect(no).toMatchObject({ failed: true, result: { error: "rejected" } });
      const slow = await connect(token, "2026-07-28", async () => {
        await updateTask(ctx, 1, { title: "Pay the rent" });
        return "accept";
      });
      const late = await call(slow, "delete_task", { task_id: 1 });
      expect(late).toMatchObject({ failed: true, result: { error: "failed" } });
      expect(await titles(ctx)).toEqual(["Pay the rent"]);
    });
  });
});
