"use client";
/** One conversation on the page: what was said above, the composer below. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Approval } from "@/lib/conversations/schema";
import type { Me } from "@/lib/users/schema";
import { PageHeader } from "@/components/shell/page-header";
import { TaskCount } from "@/components/tasks/task-count";
import { Announcer } from "./announcer";
import type { AssistantInfo } from "./assistant-label";
import type { Chat } from "./chat";
import { isBusy, shownMessages, type Decision } from "./chat-state";
import { Composer } from "./composer";
import type { Drafts } from "./drafts";
import { isTouch } from "./is-touch";
import { MessageList } from "./message-list";
import { typedDecision } from "./typed-decision";
import { useChatState, useTitle } from "./use-chat";
import { Welcome } from "./welcome";

const NEW_TITLE = "New conversation";

export const ChatPane = ({
  chat,
  drafts,
  assistant,
  me,
}: {
  chat: Chat;
  drafts: Drafts;
  assistant: AssistantInfo;
  me: Pick<Me, "name" | "time_zone">;
}) => {
  const state = useChatState(chat);
  const input = useRef<HTMLTextAreaElement>(null);
  const { loaded, held } = state;
  const [unfocused, setUnfocused] = useState<Approval | null>(null);
  const title = useTitle(state);
  const messages = shownMessages(state);

  useEffect(() => chat.visit(), [chat]);

  const send = (text: string) => {
    void chat.send(text);
    input.current?.focus();
  };
  const write = useCallback(() => input.current?.focus(), []);
  const retry = useCallback(
    (turnId: string, standIn?: "offline") => void chat.retry(turnId, standIn),
    [chat],
  );
  const decide = (decision: Decision) => {
    void chat.decide(decision);
    // The card goes with its buttons.
    if (!isTouch()) input.current?.focus();
  };

  // "Yes", under a question with two buttons, presses one of them.
  const say = (text: string) => {
    const decision = held?.approval ? typedDecision(text) : null;
    if (decision) decide(decision);
    else send(text);
  };

  return (
    <section aria-label="Chat" className="flex min-h-0 min-w-0 flex-1 flex-col bg-paper">
      <PageHeader title={title || NEW_TITLE} taskCount={<TaskCount />} />
      {loaded && messages.length === 0 ? (
        <Welcome me={me} onChoose={send} />
      ) : (
        <MessageList
          chat={chat}
          state={state}
          messages={messages}
          timeZone={me.time_zone}
          onSend={send}
          onDecide={decide}
          onRetry={retry}
          hasStandIn={assistant.kind !== "offline"}
          onUnfocused={setUnfocused}
          onType={write}
        />
      )}
      <Composer
        inputRef={input}
        drafts={drafts}
        conversationId={state.conversationId}
        busy={isBusy(state)}
        stopping={state.stopping}
        notice={state.notice}
        assistant={assistant}
        onEdit={() => chat.dismissNotice()}
        onSend={say}
        onStop={() => void chat.stop()}
      />
      <Announcer
        message={messages.find(({ id }) => id === state.endedMessageId)}
        approval={held && unfocused?.id === held.approval?.id ? unfocused : null}
      />
    </section>
  );
};
