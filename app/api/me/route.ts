import { meOperations } from "@/lib/http/operations/accounts";
import { json, routes, withUser } from "@/lib/http/route";
import { updateMe } from "@/lib/users/service";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(meOperations.get, async ({ me }) => json(me)),
  withUser(meOperations.update, async ({ ctx, body }) => json(await updateMe(ctx, body))),
);
