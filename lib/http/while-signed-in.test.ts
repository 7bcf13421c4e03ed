import { expect, it } from "vitest";
import * as personEvents from "@/app/api/events/route";
import { GET as getTurnEvents } from "@/app/api/turns/[id]/events/route";
import { decideTurn, startTurn } from "@/lib/agent/turn";
import type { Context } from "@/lib/context";
import { addTask } from "@/lib/tasks/service";
import { createAccessToken, deleteAccessToken } from "@/lib/users/access-tokens";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { fetchFrom, routesUse } from "@/test/routes";
import { ScriptedModel } from "@/test/scripted-model";

onEmbeddedDatabase("a stream whose token is ended", (database) => {
  routesUse(database);

  const withToken = async () => {
    const ctx = await makeUser(database());
    const { token, id } = await createAccessToken(ctx, { name: "Clock", scope: "read" });
    return { ctx, id, headers: { Authorization: `Bearer ${token}` } };
  };

  const waitingTurn = async (ctx: Context) => {
    for (const title of ["One", "Two"]) await addTask(ctx, { title });
    const calls = [1, 2].map((task_id) => ({ name: "delete_task", arguments: { task_id } }));
    const request = { message: "clean up", timeZone: undefined, requestId: "r" };
    const { turn, done } = await startTurn(
      ctx,
      { ...request, conversationId: null, idempotencyKey: null },
      { model: new ScriptedModel({ text: "Shall I?", calls }), standIn: null },
    );
    await done;
    return turn.id;
  };

  it("tells nothing more of a turn that waited meanwhile", async () => {
    const { ctx, id, headers } = await withToken();
    const turnId = await waitingTurn(ctx);
    const stream = await fetchFrom({ GET: getTurnEvents }, { id: turnId })(
      `/api/turns/${turnId}/events`,
      {
        headers,
      },
    );
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let told = "";
    while (!told.includes("approval.required")) told += (await reader.read()).value ?? "";
    await deleteAccessToken(ctx, id);
    const model = new ScriptedModel({ text: "Both are gone." });
    await (
      await decideTurn(ctx, turnId, "approve", "r", { model })
    ).done;
    expect(await reader.read()).toMatchObject({ done: true });
  });

  it("tells nothing more of what happens to the person", async () => {
    const { ctx, id, headers } = await withToken();
    const stream = await fetchFrom(personEvents)("/api/events", { headers });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    await addTask(ctx, { title: "Seen" });
    expect((await reader.read()).value).toContain("Seen");
    await deleteAccessToken(ctx, id);
    await addTask(ctx, { title: "Unseen" });
    expect(await reader.read()).toMatchObject({ done: true });
  });
});
