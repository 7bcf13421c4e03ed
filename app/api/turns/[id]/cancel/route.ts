import { cancelTurn } from "@/lib/agent/turn";
import { toTurn } from "@/lib/conversations/turns";
import { idParams } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ params: idParams }, async ({ ctx, params }) =>
    json(toTurn(await cancelTurn(ctx, params.id))),
  ),
});
