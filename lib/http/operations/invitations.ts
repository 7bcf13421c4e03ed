/** Invitations, which the operator makes. */
import { z } from "zod";
import { invitation, newInvitation } from "@/lib/users/schema";
import { idParams, paging } from "../params";
import { EXAMPLE } from "./examples";
import { gives, operation, pageOf } from "./operation";

const INVITATIONS = "Invitations";

const INVITATION: z.output<typeof invitation> = {
  id: EXAMPLE.IDS.token,
  email: null,
  status: "open",
  created_at: EXAMPLE.AT,
  expires_at: "2026-11-27T09:30:00.000Z",
  used_at: null,
  used_by: null,
};

export const invitationOperations = {
  list: operation({
    id: "listInvitations",
    method: "GET",
    path: "/api/invitations",
    tag: INVITATIONS,
    summary: "List invitations",
    access: "session",
    operatorOnly: true,
    query: z.strictObject(paging),
    answers: {
      200: gives("A page of invitations, newest first.", pageOf("invitations", invitation), {
        invitations: [INVITATION],
        count: 1,
        next_cursor: null,
      }),
    },
  }),
  create: operation({
    id: "createInvitation",
    method: "POST",
    path: "/api/invitations",
    tag: INVITATIONS,
    summary: "Invite somebody",
    description:
      "Makes a link with which one person can make an account. It is in this answer and never again.",
    access: "session",
    operatorOnly: true,
    body: newInvitation,
    examples: { anybody: {}, one: { email: "bob@example.com", expires_in_days: 3 } },
    answers: {
      201: gives("The new invitation.", invitation.extend({ url: z.url() }), {
        ...INVITATION,
        url: "https://errand.example.com/signup?invite=8Jm4-Qx2",
      }),
    },
  }),
  delete: operation({
    id: "deleteInvitation",
    method: "DELETE",
    path: "/api/invitations/{id}",
    tag: INVITATIONS,
    summary: "Take an invitation back",
    description: "An account that it has made already stays.",
    access: "session",
    operatorOnly: true,
    params: idParams,
    answers: {
      200: gives(
        "It works no longer.",
        z.strictObject({ status: z.literal("deleted"), invitation_id: z.uuid() }),
        { status: "deleted", invitation_id: INVITATION.id },
      ),
    },
    errors: ["not_found"],
  }),
};
