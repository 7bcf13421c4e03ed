import { getTurn, toTurn } from "@/lib/conversations/turns";
import { turnOperations } from "@/lib/http/operations/turns";
import { json, routes, withUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(turnOperations.get, async ({ ctx, params }) =>
    json(toTurn(await getTurn(ctx, params.id))),
  ),
);
