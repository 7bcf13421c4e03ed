import { taskOperations } from "@/lib/http/operations/tasks";
import { json, routes, withUser } from "@/lib/http/route";
import { deleteTask, getTask, updateTask } from "@/lib/tasks/service";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(taskOperations.get, async ({ ctx, params }) => json(await getTask(ctx, params.id))),
  withUser(taskOperations.update, async ({ ctx, params, body }) =>
    json((await updateTask(ctx, params.id, body)).task),
  ),
  withUser(taskOperations.delete, async ({ ctx, params }) => {
    const { task } = await deleteTask(ctx, params.id);
    return json({ status: "deleted", task_id: task.id });
  }),
);
