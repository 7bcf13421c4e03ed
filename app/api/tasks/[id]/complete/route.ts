import { noFields, taskParams } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
import { completeTask } from "@/lib/tasks/service";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ params: taskParams, body: noFields }, async ({ ctx, params }) =>
    json((await completeTask(ctx, params.id)).task),
  ),
});
