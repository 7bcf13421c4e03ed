import { z } from "zod";
import { paging, taskParams, uuid } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
import { listChanges } from "@/lib/tasks/changes";

const query = z.strictObject({
  ...paging,
  task_id: taskParams.shape.id.optional(),
  turn_id: uuid.optional(),
});

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({ query }, async ({ ctx, query: { task_id, turn_id, ...page } }) =>
    json(await listChanges(ctx, { ...page, taskId: task_id, turnId: turn_id })),
  ),
});
