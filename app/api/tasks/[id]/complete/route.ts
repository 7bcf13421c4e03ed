import { taskOperations } from "@/lib/http/operations/tasks";
import { json, routes, withUser } from "@/lib/http/route";
import { completeTask } from "@/lib/tasks/service";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(taskOperations.complete, async ({ ctx, params }) =>
    json((await completeTask(ctx, params.id)).task),
  ),
);
