import { taskOperations } from "@/lib/http/operations/tasks";
import { json, routes, withUser } from "@/lib/http/route";
import { readTaskWords } from "@/lib/tasks/quick-entry";

// Words about somebody's life have no place in an address, which others log: a POST, although it changes nothing.
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(taskOperations.parse, async ({ ctx, body }) =>
    json(readTaskWords(ctx, body.text, body.keep)),
  ),
);
