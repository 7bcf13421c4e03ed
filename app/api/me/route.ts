import { json, userRoutes, withUser } from "@/lib/http/route";
import { mePatch } from "@/lib/users/schema";
import { updateMe } from "@/lib/users/service";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({}, async ({ me }) => json(me)),
  PATCH: withUser({ body: mePatch }, async ({ ctx, body }) => json(await updateMe(ctx, body))),
});
