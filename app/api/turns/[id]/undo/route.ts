import { getTurn } from "@/lib/conversations/turns";
import { idParams, noFields } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
import { undoTurn } from "@/lib/tasks/undo";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ params: idParams, body: noFields }, async ({ ctx, params }) => {
    const turn = await getTurn(ctx, params.id);
    return json({ changes: await undoTurn(ctx, turn.id) });
  }),
});
