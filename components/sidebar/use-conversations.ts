"use client";
/**
 * The person's conversations, as every part of the page sees them. The chat refreshes the list after a turn with
 * `queryClient.invalidateQueries({ queryKey: conversationKeys.list })`.
 */
import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type InfiniteData,
} from "@tanstack/react-query";
import { api } from "@/components/api";
import type { ConversationSummary } from "@/lib/conversations/schema";
import { CONVERSATIONS_AT_ONCE, type ConversationPage } from "./conversation-page";

type Pages = InfiniteData<ConversationPage, string | null>;

export const conversationKeys = { list: ["conversations"] } as const;

/** The list, page by page; `initial` is the first page as the server rendered it. */
export const useConversations = (initial: ConversationPage) =>
  useInfiniteQuery({
    queryKey: conversationKeys.list,
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      return api<ConversationPage>(`/api/conversations?limit=${CONVERSATIONS_AT_ONCE}${cursor}`, {
        signal,
      });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    initialData: { pages: [initial], pageParams: [null] },
    select: (data) => data.pages.flatMap((page) => page.conversations),
  });

/** Changes the list at once, and back when the server refuses. */
const useOptimistic = <Input>(
  send: (input: Input) => Promise<unknown>,
  change: (list: ConversationSummary[], input: Input) => ConversationSummary[],
) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onMutate: async (input) => {
      await client.cancelQueries({ queryKey: conversationKeys.list });
      const before = client.getQueryData<Pages>(conversationKeys.list);
      client.setQueryData<Pages>(
        conversationKeys.list,
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              conversations: change(page.conversations, input),
            })),
          },
      );
      return before;
    },
    onError: (_error, _input, before) => {
      if (before) client.setQueryData(conversationKeys.list, before);
    },
    onSettled: () => client.invalidateQueries({ queryKey: conversationKeys.list }),
  });
};

export const useRenameConversation = () =>
  useOptimistic(
    ({ id, title }: { id: string; title: string }) =>
      api<ConversationSummary>(`/api/conversations/${id}`, { method: "PATCH", body: { title } }),
    (list, { id, title }) => list.map((each) => (each.id === id ? { ...each, title } : each)),
  );

export const useDeleteConversation = () =>
  useOptimistic(
    ({ id }: { id: string }) => api(`/api/conversations/${id}`, { method: "DELETE" }),
    (list, { id }) => list.filter((each) => each.id !== id),
  );
