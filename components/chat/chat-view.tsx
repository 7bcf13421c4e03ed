"use client";
/**
 * The middle of the page: a conversation, or the beginning of one. Rendered by `/` and `/c/[id]`.
 * Which conversation it shows follows the address and not the page that rendered it, because a new conversation
 * gets its address while it is on the page.
 */
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useLiveEvents } from "@/components/events/use-live-events";
import { onReachable } from "@/components/reachable";
import type { Conversation } from "@/lib/conversations/schema";
import type { Me } from "@/lib/users/schema";
import type { AssistantInfo } from "./assistant-label";
import { ChatPane } from "./chat-pane";
import { conversationIdOf, useChats } from "./use-chat";

type ChatViewProps = {
  /** What the server knew when it rendered the page; null for a new conversation. */
  conversation: Conversation | null;
  assistant: AssistantInfo;
  me: Pick<Me, "id" | "name" | "time_zone">;
};

export const ChatView = ({ conversation, assistant, me }: ChatViewProps) => {
  const chats = useChats(me.id);
  const id = conversationIdOf(usePathname());
  const chat =
    id === null ? chats.blank : chats.open(id, conversation?.id === id ? conversation : null);

  useEffect(() => {
    if (id !== null) chats.settle(id);
  }, [chats, id]);

  useEffect(() => onReachable(() => chat.reachable()), [chat]);

  useLiveEvents(me.id, (message) => {
    if (message.type === "resync") void chat.refresh();
    if (message.type === "turn.changed" && message.conversation_id === id) {
      chat.turnChanged(message.turn_id, message.status);
    }
  });

  return (
    <ChatPane key={chat.key} chat={chat} drafts={chats.drafts} assistant={assistant} me={me} />
  );
};
