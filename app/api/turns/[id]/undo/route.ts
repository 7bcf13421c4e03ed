import { getTurn } from "@/lib/conversations/turns";
import { turnOperations } from "@/lib/http/operations/turns";
import { json, routes, withUser } from "@/lib/http/route";
import { undoTurn } from "@/lib/tasks/undo";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(turnOperations.undo, async ({ ctx, params }) => {
    const turn = await getTurn(ctx, params.id);
    return json({ changes: await undoTurn(ctx, turn.id) });
  }),
);
