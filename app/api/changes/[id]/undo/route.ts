import { changeOperations } from "@/lib/http/operations/changes";
import { json, routes, withUser } from "@/lib/http/route";
import { undoChange } from "@/lib/tasks/undo";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(changeOperations.undo, async ({ ctx, params }) =>
    json({ changes: await undoChange(ctx, params.id) }),
  ),
);
