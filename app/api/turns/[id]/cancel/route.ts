import { cancelTurn } from "@/lib/agent/turn";
import { toTurn } from "@/lib/conversations/turns";
import { idParams, noFields } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ params: idParams, body: noFields }, async ({ ctx, params }) =>
    json(toTurn(await cancelTurn(ctx, params.id))),
  ),
});
