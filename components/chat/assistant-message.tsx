"use client";
/**
 * What the assistant said and did, in order: text on the page, a receipt for each tool call, and how the turn ended.
 * The stored message and the one that is being written are this same component.
 */
import { CircleMinus } from "lucide-react";
import { memo, useRef, useState } from "react";
import { contentOf } from "@/lib/agent/transcript";
import type { Approval } from "@/lib/conversations/schema";
import { AnswerText } from "./answer-text";
import { ApprovalCard } from "./approval-card";
import { OFFLINE_NAME } from "./assistant-label";
import type { Decision, ShownMessage } from "./chat-state";
import { claimsWithoutChange } from "./claims";
import { CopyButton } from "./copy-button";
import { MessageTime } from "./message-time";
import { waitingTasks } from "./receipt";
import { ToolCall } from "./tool-call";
import { TurnOutcome } from "./turn-outcome";
import { UndoAll } from "./undo-all";
import { useTurnLedger } from "./use-turn-ledger";
import { Progress } from "./progress";

type AssistantMessageProps = {
  message: ShownMessage;
  timeZone: string;
  isLast: boolean;
  /** Whether its buttons may send something: it is the last message and nothing runs. */
  canSend: boolean;
  onSend: (text: string) => void;
  onDecide: (decision: Decision) => void;
  onRetry: (turnId: string, assistant?: "offline") => void;
  /** Whether there is an offline assistant beside the one that answers. */
  hasStandIn: boolean;
  /** The question was asked where the focus could not go to it. */
  onUnfocused: (approval: Approval) => void;
  /** Somebody begins to write where no field has the focus. */
  onType: () => void;
};

/** What a message that the offline assistant answered has for its model. */
const OFFLINE = "offline";

const NOTHING_WAITS: ReturnType<typeof waitingTasks> = new Map();

/** Nothing on the page moves yet, or any more, although the turn runs. */
const isQuiet = (parts: ShownMessage["parts"]): boolean => {
  const last = parts.at(-1);
  return !last || (last.type === "tool_call" && last.status !== "running");
};

export const AssistantMessage = memo(
  ({
    message,
    timeZone,
    isLast,
    canSend,
    onSend,
    onDecide,
    onRetry,
    hasStandIn,
    onUnfocused,
    onType,
  }: AssistantMessageProps) => {
    const { parts, status, held, connection = "live" } = message;
    const article = useRef<HTMLElement>(null);
    const [problem, setProblem] = useState<string | null>(null);
    const running = status === "running";
    const waits = status === "awaiting_approval";
    const waiting = waits ? waitingTasks(parts, held?.approval ?? null) : NOTHING_WAITS;
    const changed =
      !running && parts.some((part) => part.type === "tool_call" && part.changes.length > 0);
    const ledger = useTurnLedger(article, message.turn_id, changed);
    const inForce = ledger?.filter(({ undone }) => !undone).length ?? 0;
    const takenBack = (ledger?.length ?? 0) - inForce;
    const retry = {
      again: () => onRetry(message.turn_id),
      offline: hasStandIn ? () => onRetry(message.turn_id, "offline") : null,
    };
    const content = running ? "" : contentOf(parts);
    // Unknown while it is written, and then it is who answers here.
    const isOffline = message.model ? message.model === OFFLINE : !hasStandIn;
    return (
      <article ref={article} id={message.id} className="group/message pb-3">
        <h2 className="sr-only">Errand answered</h2>
        {/* What waits is on the card and not said twice. Receipts stand close together, text a little apart from them. */}
        <div className="flex flex-col gap-2 [&>[data-call]+[data-call]]:-mt-2">
          {parts.map((part, index) =>
            part.type === "text" ? (
              <AnswerText key={index} text={part.text} listsOnly={isOffline} />
            ) : held?.approval && waiting.has(part.call_id) ? null : (
              <ToolCall
                key={part.call_id}
                call={part}
                ledger={ledger}
                timeZone={timeZone}
                waitsWith={waiting.get(part.call_id)}
                onChoose={canSend ? onSend : null}
              />
            ),
          )}
          {held?.approval && (
            <ApprovalCard
              approval={held.approval}
              deciding={held.deciding}
              isNew={held.isNew}
              onDecide={canSend ? onDecide : null}
              onUnfocused={onUnfocused}
              onType={onType}
            />
          )}
          {running && <Progress connection={connection} isQuiet={isQuiet(parts)} />}
          {status === "completed" && claimsWithoutChange(parts) && (
            <p className="flex min-h-6 items-center gap-2 text-14 text-ink-soft">
              <CircleMinus aria-hidden="true" className="size-4 shrink-0" />
              Nothing was changed
            </p>
          )}
          <TurnOutcome message={message} onRetry={canSend ? retry : null} isLast={isLast} />
        </div>
        {problem !== null && (
          <p role="alert" className="mt-1 text-13 text-danger">
            {problem}
          </p>
        )}
        <div className="mt-1 flex h-8 items-center gap-1 pointer-coarse:h-11">
          {inForce > 1 && <UndoAll turnId={message.turn_id} verb="undo" onProblem={setProblem} />}
          {takenBack > 1 && <UndoAll turnId={message.turn_id} verb="redo" onProblem={setProblem} />}
          {content !== "" && <CopyButton text={content} />}
          {hasStandIn && message.model === OFFLINE && (
            <span className="px-1 text-12 text-ink-soft">{OFFLINE_NAME}</span>
          )}
          {!running && <MessageTime at={message.created_at} timeZone={timeZone} />}
        </div>
      </article>
    );
  },
);
AssistantMessage.displayName = "AssistantMessage";
