/**
 * Everything of a person's as one JSON document, written as it is read: however long it is, a page of rows at a time
 * is in memory. Its form is `accountExport` in the table of operations.
 */
import type { Context } from "@/lib/context";
import { everyConversation, everyMessage } from "@/lib/conversations/service";
import { listChanges } from "@/lib/tasks/changes";
import { listTasks } from "@/lib/tasks/list";
import { getMe } from "@/lib/users/service";
import { LIMIT_MAX } from "./params";

type Paging = { limit: number; cursor?: string | undefined };

/** All rows of a list that is read in pages. */
async function* everyRow<Row>(
  read: (paging: Paging) => Promise<{ rows: Row[]; next_cursor: string | null }>,
): AsyncGenerator<Row, void> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: LIMIT_MAX, cursor });
    yield* page.rows;
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
}

/** The pieces of a JSON array. */
async function* array<Item>(
  items: AsyncIterable<Item>,
  write: (item: Item) => AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string, void> {
  yield "[";
  let first = true;
  for await (const item of items) {
    yield first ? "\n" : ",\n";
    first = false;
    yield* write(item);
  }
  yield "]";
}

const plain = (value: unknown): string[] => [JSON.stringify(value)];

/** The document in pieces. */
export async function* exportAccount(ctx: Context): AsyncGenerator<string, void> {
  yield `{"exported_at":${JSON.stringify(ctx.now)},\n"account":${JSON.stringify(await getMe(ctx))}`;
  yield ',\n"tasks":';
  const tasks = everyRow(async (paging) => {
    const page = await listTasks(ctx, { status: "all", ...paging });
    return { rows: page.tasks, next_cursor: page.next_cursor };
  });
  yield* array(tasks, plain);
  yield ',\n"changes":';
  const changes = everyRow(async (paging) => {
    const page = await listChanges(ctx, paging);
    return { rows: page.changes, next_cursor: page.next_cursor };
  });
  yield* array(changes, plain);
  yield ',\n"conversations":';
  yield* array(everyConversation(ctx), async function* (conversation) {
    yield `${JSON.stringify(conversation).slice(0, -1)},"messages":`;
    yield* array(everyMessage(ctx, conversation.id), plain);
    yield "}";
  });
  yield "}\n";
}

/** The document as a download that is made while it is fetched; who stops fetching stops the making. */
export const exportResponse = (ctx: Context): Response => {
  const day = ctx.now.toISOString().slice(0, 10);
  const pieces = exportAccount(ctx);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="errand-${day}.json"`,
      "Cache-Control": "no-store",
    },
  });
};
