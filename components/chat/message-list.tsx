"use client";
/** What was said, oldest first, in a scroller that keeps the reader's place. */
import { ArrowDown } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { Approval } from "@/lib/conversations/schema";
import { AssistantMessage } from "./assistant-message";
import type { Chat } from "./chat";
import { isBusy, type ChatState, type Decision, type ShownMessage } from "./chat-state";
import { OlderMessages } from "./older-messages";
import { useLinkedMessage } from "./use-linked-message";
import { useStickToBottom } from "./use-stick-to-bottom";
import { UserMessage } from "./user-message";

export const MessageList = ({
  chat,
  state,
  messages,
  timeZone,
  onSend,
  onDecide,
  onRetry,
  hasStandIn,
  onUnfocused,
  onType,
}: {
  chat: Chat;
  state: ChatState;
  messages: readonly ShownMessage[];
  timeZone: string;
  onSend: (text: string) => void;
  onDecide: (decision: Decision) => void;
  onRetry: (turnId: string, assistant?: "offline") => void;
  hasStandIn: boolean;
  onUnfocused: (approval: Approval) => void;
  onType: () => void;
}) => {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { atBottom, jump, letGo } = useStickToBottom(scroller, content, messages[0]?.id);
  const busy = isBusy(state);
  useLinkedMessage(chat, state.conversationId, messages, state.previousCursor, letGo);

  const sentAt = state.live?.sentAt;
  useEffect(() => {
    if (sentAt !== undefined) jump();
  }, [sentAt, jump]);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        tabIndex={0}
        role="log"
        // Not read out as it grows: the announcer reads each finished reply once.
        aria-live="off"
        aria-label="Messages"
        aria-busy={busy}
        // What is only read aloud is placed in here, too, and does not make the page longer.
        className="relative flex h-full flex-col-reverse overflow-x-hidden overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:outline-offset-[-2px] data-ready:flex-col"
      >
        <div ref={content} className="mx-auto mb-auto w-full max-w-[46rem] px-4 pt-4 pb-6 md:px-6">
          <OlderMessages
            chat={chat}
            cursor={state.previousCursor}
            status={state.older}
            scroller={scroller}
          />
          {!state.loaded && (
            <p className="py-8 text-center text-14 text-ink-soft">
              {state.notice === null ? "Loading…" : ""}
            </p>
          )}
          {messages.map((message, index) =>
            message.role === "user" ? (
              <UserMessage key={message.id} message={message} timeZone={timeZone} />
            ) : (
              <AssistantMessage
                key={message.id}
                message={message}
                onRetry={onRetry}
                hasStandIn={hasStandIn}
                timeZone={timeZone}
                isLast={index === messages.length - 1}
                canSend={index === messages.length - 1 && !busy}
                onSend={onSend}
                onDecide={onDecide}
                onUnfocused={onUnfocused}
                onType={onType}
              />
            ),
          )}
        </div>
      </div>
      {!atBottom && (
        <div className="pointer-events-none absolute inset-x-0 bottom-2 flex justify-center">
          <Button
            size="sm"
            className="pointer-events-auto rounded-full border-line shadow-float"
            onClick={jump}
          >
            <ArrowDown aria-hidden="true" className="size-4" />
            Jump to latest
          </Button>
        </div>
      )}
    </div>
  );
};
