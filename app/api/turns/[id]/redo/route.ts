import { getTurn } from "@/lib/conversations/turns";
import { turnOperations } from "@/lib/http/operations/turns";
import { json, routes, withUser } from "@/lib/http/route";
import { redoTurn } from "@/lib/tasks/undo";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(turnOperations.redo, async ({ ctx, params }) => {
    const turn = await getTurn(ctx, params.id);
    return json({ changes: await redoTurn(ctx, turn.id) });
  }),
);
