import { invitationOperations } from "@/lib/http/operations/invitations";
import { json, routes, withUser } from "@/lib/http/route";
import { deleteInvitation } from "@/lib/users/invitations";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(invitationOperations.delete, async ({ ctx, params }) => {
    await deleteInvitation(ctx, params.id);
    return json({ status: "deleted", invitation_id: params.id });
  }),
);
