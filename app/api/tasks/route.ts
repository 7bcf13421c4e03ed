import { z } from "zod";
import { paging } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
import { listTasks } from "@/lib/tasks/list";
import { newTask, taskFilter, taskSort } from "@/lib/tasks/schema";
import { addTask } from "@/lib/tasks/service";

const query = z.strictObject({ ...taskFilter.shape, ...paging, sort: taskSort.optional() });

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({ query }, async ({ ctx, query }) => json(await listTasks(ctx, query))),
  POST: withUser({ body: newTask }, async ({ ctx, body }) =>
    json((await addTask(ctx, body)).task, 201),
  ),
});
