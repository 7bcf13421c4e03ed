import { z } from "zod";
import { paging } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
import { createAccessToken, listAccessTokens } from "@/lib/users/access-tokens";
import { newAccessToken } from "@/lib/users/schema";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({ query: z.strictObject(paging), scope: "session" }, async ({ ctx, query }) =>
    json(await listAccessTokens(ctx, query)),
  ),
  POST: withUser({ body: newAccessToken, scope: "session" }, async ({ ctx, body }) =>
    json(await createAccessToken(ctx, body), 201),
  ),
});
