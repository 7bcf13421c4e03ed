import { changeOperations } from "@/lib/http/operations/changes";
import { json, routes, withUser } from "@/lib/http/route";
import { redoChange } from "@/lib/tasks/undo";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(changeOperations.redo, async ({ ctx, params }) =>
    json({ changes: await redoChange(ctx, params.id) }),
  ),
);
