import { taskOperations } from "@/lib/http/operations/tasks";
import { json, routes, withUser } from "@/lib/http/route";
import { reopenTask } from "@/lib/tasks/service";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(taskOperations.reopen, async ({ ctx, params }) =>
    json((await reopenTask(ctx, params.id)).task),
  ),
);
