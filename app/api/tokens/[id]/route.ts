import { idParams } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
import { deleteAccessToken } from "@/lib/users/access-tokens";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  DELETE: withUser({ params: idParams, scope: "session" }, async ({ ctx, params }) => {
    await deleteAccessToken(ctx, params.id);
    return json({ status: "deleted", token_id: params.id });
  }),
});
