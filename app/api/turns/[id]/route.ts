import { getTurn, toTurn } from "@/lib/conversations/turns";
import { idParams } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({ params: idParams }, async ({ ctx, params }) =>
    json(toTurn(await getTurn(ctx, params.id))),
  ),
});
