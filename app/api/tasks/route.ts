import { taskOperations } from "@/lib/http/operations/tasks";
import { json, routes, withUser } from "@/lib/http/route";
import { listTasks } from "@/lib/tasks/list";
import { addTask } from "@/lib/tasks/service";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(taskOperations.list, async ({ ctx, query }) => json(await listTasks(ctx, query))),
  withUser(taskOperations.add, async ({ ctx, body }) => json((await addTask(ctx, body)).task, 201)),
);
