import { leave } from "@/lib/agent/leave";
import { clientAddress } from "@/lib/auth/client-address";
import { confirmIdentity } from "@/lib/auth/confirm-identity";
import { meOperations } from "@/lib/http/operations/accounts";
import { json, routes, withUser } from "@/lib/http/route";
import { updateMe } from "@/lib/users/service";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(meOperations.get, async ({ me }) => json(me)),
  withUser(meOperations.delete, async ({ ctx, body, request }) => {
    await confirmIdentity(ctx, body, clientAddress(request.headers));
    await leave(ctx);
    return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  }),
  withUser(meOperations.update, async ({ ctx, body }) => json(await updateMe(ctx, body))),
);
