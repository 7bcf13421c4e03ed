"use client";
/** Brings the message that the address names (`/c/ID#MESSAGE`) into sight, loading older ones until it is there. */
import { useEffect, useRef } from "react";
import type { Chat } from "./chat";
import type { ShownMessage } from "./chat-state";

export const useLinkedMessage = (
  chat: Chat,
  messages: readonly ShownMessage[],
  previousCursor: string | null,
): void => {
  const done = useRef(false);

  useEffect(() => {
    const id = window.location.hash.slice(1);
    if (done.current || id === "" || messages.length === 0) return;
    if (messages.some((message) => message.id === id)) {
      done.current = true;
      document.getElementById(id)?.scrollIntoView({ block: "center" });
    } else if (previousCursor === null) done.current = true;
    else void chat.loadOlder();
  }, [chat, messages, previousCursor]);
};
