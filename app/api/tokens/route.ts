import { tokenOperations } from "@/lib/http/operations/accounts";
import { json, routes, withUser } from "@/lib/http/route";
import { createAccessToken, listAccessTokens } from "@/lib/users/access-tokens";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(tokenOperations.list, async ({ ctx, query }) =>
    json(await listAccessTokens(ctx, query)),
  ),
  withUser(tokenOperations.create, async ({ ctx, body }) =>
    json(await createAccessToken(ctx, body), 201),
  ),
);
