import { noFields, taskParams } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
import { reopenTask } from "@/lib/tasks/service";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ params: taskParams, body: noFields }, async ({ ctx, params }) =>
    json((await reopenTask(ctx, params.id)).task),
  ),
});
