"use client";
/** One access token: its name, what it may, when it was used, and ending it. */
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { api, ApiError } from "@/components/api";
import { useNow } from "@/components/shell/use-now";
import { Chip } from "@/components/ui/chip";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { useErrorToast } from "@/components/shell/use-error-toast";
import type { AccessToken } from "@/lib/users/schema";
import { dayOf } from "./day-of";

export type AccessTokenRowProps = {
  token: AccessToken;
  timeZone: string;
  renderedAt: string;
  onEnded: () => void;
};

export const AccessTokenRow = ({ token, timeZone, renderedAt, onEnded }: AccessTokenRowProps) => {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const fail = useErrorToast();
  const now = useNow(renderedAt);
  const day = (instant: string) => dayOf(instant, timeZone, now);
  const expired = token.expires_at !== null && new Date(token.expires_at) <= now;
  const used = token.last_used_at === null ? "Never used" : `Used ${day(token.last_used_at)}`;
  const until =
    token.expires_at === null
      ? null
      : `${expired ? "Expired" : "Good until"} ${day(token.expires_at)}`;
  const facts = [used, `Made ${day(token.created_at)}`, until].filter(Boolean).join(" · ");

  const end = async () => {
    setBusy(true);
    try {
      await api(`/api/tokens/${token.id}`, { method: "DELETE" });
      onEnded();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // It was ended in another tab.
      if (error.code === "not_found") return onEnded();
      setBusy(false);
      setAsking(false);
      fail(`Not ended. ${error.message}`, error);
    }
  };

  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-14 font-medium">
          {token.name}
        </p>
        <p className="text-13 text-ink-soft">{facts}</p>
      </div>
      <Chip tone={expired ? "neutral" : "accent"}>
        {expired ? "Expired" : token.scope === "read" ? "Reads" : "Changes"}
      </Chip>
      <IconButton
        label={`End: ${token.name}`}
        icon={<Trash2 aria-hidden="true" className="size-4" />}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        title={`End “${token.name}”?`}
        description="Whatever uses this token is signed out at once, and can’t come back with it."
        cancelLabel="Keep"
        confirmLabel="End token"
        busy={busy}
        onConfirm={() => void end()}
        onClose={() => setAsking(false)}
      />
    </li>
  );
};
