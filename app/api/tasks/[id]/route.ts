import { taskParams } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
import { taskPatch } from "@/lib/tasks/schema";
import { deleteTask, getTask, updateTask } from "@/lib/tasks/service";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({ params: taskParams }, async ({ ctx, params }) =>
    json(await getTask(ctx, params.id)),
  ),
  PATCH: withUser({ params: taskParams, body: taskPatch }, async ({ ctx, params, body }) =>
    json((await updateTask(ctx, params.id, body)).task),
  ),
  DELETE: withUser({ params: taskParams }, async ({ ctx, params }) => {
    const { task } = await deleteTask(ctx, params.id);
    return json({ status: "deleted", task_id: task.id });
  }),
});
