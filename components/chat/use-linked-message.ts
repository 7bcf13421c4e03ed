"use client";
/**
 * Brings a message into sight that somebody wants to see: the one that the address names (`/c/ID#MESSAGE`), or that a
 * task's history leads to. Older messages are loaded until it is there; it glows, and has the focus.
 */
import { useEffect } from "react";
import { wantedMessage } from "@/components/shell/wanted-message";
import type { Chat } from "./chat";
import type { ShownMessage } from "./chat-state";

const GLOW_MS = 2400;

const show = (element: HTMLElement): void => {
  element.scrollIntoView({ block: "center" });
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.animate(
    [
      { backgroundColor: "var(--accent-soft)", boxShadow: "0 0 0 8px var(--accent-soft)" },
      { backgroundColor: "transparent", boxShadow: "0 0 0 8px transparent" },
    ],
    { duration: GLOW_MS, easing: "ease-in" },
  );
};

export const useLinkedMessage = (
  chat: Chat,
  conversationId: string | null,
  messages: readonly ShownMessage[],
  previousCursor: string | null,
  /** Called before the list is moved to it. */
  onShow: () => void,
): void => {
  const wanted = wantedMessage.use();

  useEffect(() => {
    const messageId = window.location.hash.slice(1);
    // The address of a conversation that one comes back to may still name a message: that is where one was.
    if (messageId === "" || conversationId === null) return;
    wantedMessage.set({ conversationId, messageId });
  }, [chat, conversationId]);

  useEffect(() => {
    if (wanted === null || wanted.conversationId !== conversationId || messages.length === 0)
      return;
    const element = messages.some(({ id }) => id === wanted.messageId)
      ? document.getElementById(wanted.messageId)
      : null;
    if (element) {
      onShow();
      show(element);
    }
    if (element || previousCursor === null) wantedMessage.set(null);
    else void chat.loadOlder();
  }, [chat, conversationId, wanted, messages, previousCursor, onShow]);
};
