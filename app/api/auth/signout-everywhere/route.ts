import { authOperations } from "@/lib/http/operations/accounts";
import { routes, withUser } from "@/lib/http/route";
import { endAllSessions } from "@/lib/users/sessions";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(authOperations.signOutEverywhere, async ({ ctx }) => {
    await endAllSessions(ctx.db, ctx.userId);
    return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  }),
);
