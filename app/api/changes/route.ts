import { changeOperations } from "@/lib/http/operations/changes";
import { json, routes, withUser } from "@/lib/http/route";
import { listChanges } from "@/lib/tasks/changes";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(changeOperations.list, async ({ ctx, query: { task_id, turn_id, ...page } }) =>
    json(await listChanges(ctx, { ...page, taskId: task_id, turnId: turn_id })),
  ),
);
