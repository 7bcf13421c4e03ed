"use client";
/** Inviting people, and the invitations there are: for the operator. */
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { Invitation } from "@/lib/users/schema";
import { InvitationRow } from "./invitation-row";
import { NewInvitation } from "./new-invitation";
import { Section } from "./section";

/** What a link is good for under each `SIGNUP`. */
const MODES = {
  open: "Anybody can make an account here, with a link or without. To let in only who was invited, set SIGNUP=invite.",
  invite: "Only who has a link can make an account here. Each link is good for one account.",
  closed:
    "Nobody can make an account here, not even with a link. To invite people, set SIGNUP=invite.",
} as const;

export type InvitationsProps = {
  initial: Invitation[];
  mode: keyof typeof MODES;
  timeZone: string;
  renderedAt: string;
};

export const Invitations = ({ initial, mode, timeZone, renderedAt }: InvitationsProps) => {
  const [invitations, setInvitations] = useState(initial);
  const remove = (id: string) =>
    setInvitations((shown) => shown.filter((invitation) => invitation.id !== id));

  return (
    <>
      <Section title="Invite somebody" description={MODES[mode]}>
        {mode !== "closed" && (
          <NewInvitation onMade={(made) => setInvitations((shown) => [made, ...shown])} />
        )}
      </Section>
      <Section title="Links">
        {invitations.length === 0 ? (
          <EmptyState title="Nobody invited yet.">
            A link that you make shows up here until it is taken back.
          </EmptyState>
        ) : (
          <ul className="-my-2 divide-y divide-line">
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                timeZone={timeZone}
                renderedAt={renderedAt}
                onRemoved={() => remove(invitation.id)}
              />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
};
