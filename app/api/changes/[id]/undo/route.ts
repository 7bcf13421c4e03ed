import { idParams, noFields } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
import { undoChange } from "@/lib/tasks/undo";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ params: idParams, body: noFields }, async ({ ctx, params }) =>
    json({ changes: await undoChange(ctx, params.id) }),
  ),
});
