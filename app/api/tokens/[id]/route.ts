import { tokenOperations } from "@/lib/http/operations/accounts";
import { json, routes, withUser } from "@/lib/http/route";
import { deleteAccessToken } from "@/lib/users/access-tokens";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(tokenOperations.delete, async ({ ctx, params }) => {
    await deleteAccessToken(ctx, params.id);
    return json({ status: "deleted", token_id: params.id });
  }),
);
