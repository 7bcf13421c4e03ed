import { taskOperations } from "@/lib/http/operations/tasks";
import { json, routes, withUser } from "@/lib/http/route";
import { listDeletions } from "@/lib/tasks/deletions";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(taskOperations.deleted, async ({ ctx, query }) => json(await listDeletions(ctx, query))),
);
