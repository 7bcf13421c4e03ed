"use client";
/** Connects the chats, which live outside React, to the page: its address, its lists, its task panel. */
import { useQueryClient, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import type { ConversationPage } from "@/components/sidebar/conversation-page";
import { conversationKeys } from "@/components/sidebar/use-conversations";
import { applyChanges } from "@/components/tasks/task-cache";
import type { Chat } from "./chat";
import { chatApi } from "./chat-api";
import type { ChatState } from "./chat-state";
import { Chats } from "./chats";
import { Drafts } from "./drafts";

/** The address of a new conversation. */
const HOME = "/";

/** The conversation that an address names; null for a new one. */
export const conversationIdOf = (pathname: string): string | null =>
  /^\/c\/([^/]+)$/.exec(pathname)?.[1] ?? null;

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener("online", done);
    signal.addEventListener("abort", done);
  });

const makeChats = (client: QueryClient, userId: string): Chats => {
  const listsChanged = () => void client.invalidateQueries({ queryKey: conversationKeys.list });
  const storage = typeof window === "undefined" ? null : window.sessionStorage;
  return new Chats(
    chatApi,
    {
      onStarted: (conversationId) => {
        listsChanged();
        if (window.location.pathname !== HOME) return false;
        // The router takes this for a change of the address alone: nothing is rendered anew.
        window.history.replaceState(null, "", `/c/${conversationId}`);
        return true;
      },
      onTitled: listsChanged,
      onChanges: (changes) => applyChanges(client, changes),
      onTurnEnded: () => {
        listsChanged();
        void client.invalidateQueries({ queryKey: ["tasks"] });
      },
      wait,
      isOnline: () => window.navigator.onLine,
    },
    new Drafts(userId, storage),
  );
};

/** One registry for each cache: on the server a cache lives for one request, in the browser for the page's life. */
const registries = new WeakMap<QueryClient, { userId: string; chats: Chats }>();

export const useChats = (userId: string): Chats => {
  const client = useQueryClient();
  const known = registries.get(client);
  if (known?.userId === userId) return known.chats;
  const chats = makeChats(client, userId);
  registries.set(client, { userId, chats });
  return chats;
};

export const useChatState = (chat: Chat): ChatState =>
  useSyncExternalStore(chat.subscribe, chat.getState, chat.getState);

/**
 * The title of a conversation: as the list has it, where it is renamed, else as the chat knows it. Empty for one
 * that has not begun.
 */
export const useTitle = ({ conversationId, title }: ChatState): string => {
  const client = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(listener),
    [client],
  );
  const listedTitle = () =>
    client
      .getQueryData<InfiniteData<ConversationPage>>(conversationKeys.list)
      ?.pages.flatMap(({ conversations }) => conversations)
      .find(({ id }) => id === conversationId)?.title;
  return useSyncExternalStore(subscribe, listedTitle, () => undefined) ?? title;
};

/** The draft of a conversation, and how to change it. Empty until the page is hydrated. */
export const useDraft = (
  drafts: Drafts,
  conversationId: string | null,
): [string, (text: string) => void] => {
  const text = useSyncExternalStore(
    drafts.subscribe,
    () => drafts.get(conversationId),
    () => "",
  );
  return [text, (next) => drafts.set(conversationId, next)];
};
