"use client";
/** How a turn ended when it did not end well: what happened and what can be done, where the answer would stand. */
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleStop } from "lucide-react";
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

/** Answers the same message again: the configured assistant or, where there is another, the offline one. */
export type Retry = { again: () => void; offline: (() => void) | null };

const RetryButtons = ({ onRetry: { again, offline } }: { onRetry: Retry }) => (
  <div className="my-2 flex flex-wrap gap-2">
    <Button size="sm" onClick={again}>
      Try again
    </Button>
    {offline && (
      <Button size="sm" onClick={offline}>
        Answer with the offline assistant
      </Button>
    )}
  </div>
);

const Trouble = ({
  children,
  requestId,
  onRetry,
}: {
  children: ReactNode;
  requestId?: string | undefined;
  onRetry: Retry | null;
}) => (
  <div className="flex gap-2 py-0.5 text-15 text-ink">
    <CircleAlert aria-hidden="true" className="mt-1 size-4 shrink-0 text-danger" />
    <div className="min-w-0">
      <p className="[overflow-wrap:anywhere]">{children}</p>
      {onRetry && <RetryButtons onRetry={onRetry} />}
      {requestId && (
        <p className="text-12 [overflow-wrap:anywhere] text-ink-soft">Request {requestId}</p>
      )}
    </div>
  </div>
);

export const TurnOutcome = ({
  message,
  isLast,
  onRetry,
}: {
  message: ShownMessage;
  isLast: boolean;
  /** Null where nothing can be sent. */
  onRetry: Retry | null;
}) => {
  const { status } = message;
  const problem = useProblem(message, status === "failed" && isLast);
  switch (status) {
    case "failed":
      return (
        <Trouble requestId={problem?.request_id} onRetry={onRetry}>
          {problem?.detail ?? FAILED}
        </Trouble>
      );
    case "interrupted":
      return (
        <Trouble onRetry={onRetry}>
          The server stopped before the answer was finished. Your message and what was done are
          kept.
        </Trouble>
      );
    case "cancelled":
      // Something else was said instead of a yes: the calls tell that the tasks were kept.
      if (message.parts.some((part) => part.type === "tool_call" && part.status === "rejected")) {
        return null;
      }
      return (
        <div>
          <p className="flex h-6 items-center gap-2 text-14 text-ink-soft">
            <CircleStop aria-hidden="true" className="size-4" />
            Stopped
          </p>
          {onRetry && <RetryButtons onRetry={{ ...onRetry, offline: null }} />}
        </div>
      );
    case "running":
    case "awaiting_approval":
    case "completed":
      return null;
  }
};
