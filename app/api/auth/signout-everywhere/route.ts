import { userRoutes, withUser } from "@/lib/http/route";
import { endAllSessions } from "@/lib/users/sessions";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ scope: "session" }, async ({ ctx }) => {
    await endAllSessions(ctx.db, ctx.userId);
    return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  }),
});
