"use client";
/** How a turn ended when it did not end well: what happened and what can be done, where the answer would stand. */
import { useQuery } from "@tanstack/react-query";
import { CircleStop } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import type { Problem, Turn } from "@/lib/conversations/schema";
import type { ShownMessage } from "./chat-state";

const FAILED = "This message was kept, but the answer failed.";

/** Why a turn failed: from its last event, or asked for when the page was loaded afterwards. */
const useProblem = (message: ShownMessage, isWanted: boolean): Problem | null => {
  const { data } = useQuery({
    queryKey: ["turns", message.turn_id],
    queryFn: () => api<Turn>(`/api/turns/${message.turn_id}`),
    enabled: isWanted && !message.error,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return message.error ?? data?.error ?? null;
};

const Trouble = ({
  children,
  requestId,
  onSendAgain,
}: {
  children: ReactNode;
  requestId?: string | undefined;
  onSendAgain: (() => void) | null;
}) => (
  <div className="rounded-card border border-line bg-danger-soft px-4 py-3 text-14 text-ink">
    <p className="[overflow-wrap:anywhere]">{children}</p>
    {(onSendAgain || requestId) && (
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        {onSendAgain && (
          <Button size="sm" onClick={onSendAgain}>
            Send again
          </Button>
        )}
        {requestId && (
          <span className="text-12 [overflow-wrap:anywhere] text-ink-soft">
            Request {requestId}
          </span>
        )}
      </div>
    )}
  </div>
);

export const TurnOutcome = ({
  message,
  isLast,
  onSendAgain,
}: {
  message: ShownMessage;
  isLast: boolean;
  /** Null where nothing can be sent. */
  onSendAgain: (() => void) | null;
}) => {
  const { status } = message;
  const problem = useProblem(message, status === "failed" && isLast);
  switch (status) {
    case "failed":
      return (
        <Trouble requestId={problem?.request_id} onSendAgain={onSendAgain}>
          {problem?.detail ?? FAILED}
        </Trouble>
      );
    case "interrupted":
      return (
        <Trouble onSendAgain={onSendAgain}>
          This answer was interrupted because the server stopped. What had been done until then
          stays.
        </Trouble>
      );
    case "cancelled":
      return (
        <p className="flex h-6 items-center gap-2 text-14 text-ink-soft">
          <CircleStop aria-hidden="true" className="size-4" />
          Stopped
        </p>
      );
    case "running":
    case "awaiting_approval":
    case "completed":
      return null;
  }
};
