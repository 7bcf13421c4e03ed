"use client";
/** One invitation: whom it is for, what has become of it, and taking it back. */
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { api, ApiError } from "@/components/api";
import { useNow } from "@/components/shell/use-now";
import { Chip } from "@/components/ui/chip";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { useErrorToast } from "@/components/shell/use-error-toast";
import type { Invitation } from "@/lib/users/schema";
import { dayOf } from "./day-of";

const CHIPS = {
  open: { tone: "accent", label: "Open" },
  used: { tone: "success", label: "Used" },
  expired: { tone: "neutral", label: "Expired" },
} as const;

export type InvitationRowProps = {
  invitation: Invitation;
  timeZone: string;
  renderedAt: string;
  onRemoved: () => void;
};

export const InvitationRow = ({
  invitation,
  timeZone,
  renderedAt,
  onRemoved,
}: InvitationRowProps) => {
  const { id, email, status, used_by: usedBy } = invitation;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const fail = useErrorToast();
  const now = useNow(renderedAt);
  const day = (instant: string) => dayOf(instant, timeZone, now);
  const facts = {
    open: `Good until ${day(invitation.expires_at)}`,
    used: [usedBy === email ? null : usedBy, day(invitation.used_at ?? invitation.created_at)]
      .filter((fact) => fact !== null)
      .join(" · "),
    expired: day(invitation.expires_at),
  }[status];
  const name = email ?? "Anybody with the link";

  const remove = async () => {
    setBusy(true);
    try {
      await api(`/api/invitations/${id}`, { method: "DELETE" });
      onRemoved();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Somebody took it back in another tab.
      if (error.code === "not_found") return onRemoved();
      setBusy(false);
      setAsking(false);
      fail(`Not taken back. ${error.message}`, error);
    }
  };

  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-14 font-medium">
          {name}
        </p>
        <p className="truncate text-13 text-ink-soft">{facts}</p>
      </div>
      <Chip tone={CHIPS[status].tone}>{CHIPS[status].label}</Chip>
      <IconButton
        label={status === "open" ? `Take back: ${name}` : `Remove from the list: ${name}`}
        icon={<Trash2 aria-hidden="true" className="size-4" />}
        onClick={() => (status === "open" ? setAsking(true) : void remove())}
      />
      <ConfirmDialog
        open={asking}
        title="Take this invitation back?"
        description="Its link will not work any more."
        confirmLabel="Take back"
        busy={busy}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      />
    </li>
  );
};
