import { env } from "@/lib/env";
import { invitationOperations } from "@/lib/http/operations/invitations";
import { json, routes, withUser } from "@/lib/http/route";
import { createInvitation, listInvitations } from "@/lib/users/invitations";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(invitationOperations.list, async ({ ctx, query }) =>
    json(await listInvitations(ctx, query)),
  ),
  withUser(invitationOperations.create, async ({ ctx, body }) => {
    const { invitation, token } = await createInvitation(ctx, body);
    return json({ ...invitation, url: `${env().NEXTAUTH_URL}/signup?invite=${token}` }, 201);
  }),
);
