"use client";
/**
 * Keeps the lists of an open page as they are now: tasks, their past, and the conversations. Rendered once, by the
 * app's layout. The open conversation listens for itself.
 */
import { useQueryClient } from "@tanstack/react-query";
import { conversationKeys } from "@/components/sidebar/use-conversations";
import { ledgerUnknown } from "@/components/tasks/ledger";
import { applyChanges, findGone } from "@/components/tasks/task-cache";
import { hasOwnChange, TASK_KEYS } from "@/components/tasks/use-task-mutations";
import { useLiveEvents } from "./use-live-events";

export const LiveLists = ({ userId }: { userId: string }) => {
  const client = useQueryClient();
  useLiveEvents(userId, (message) => {
    switch (message.type) {
      case "task.changed": {
        // The answer to this page's own change, which is newer or says the same, is on its way.
        const { type: _type, ...change } = message;
        if (!hasOwnChange(client, change)) applyChanges(client, [change]);
        return;
      }
      case "conversation.changed":
        void client.invalidateQueries({ queryKey: conversationKeys.list });
        return;
      case "turn.changed":
        return;
      case "resync":
        void client.invalidateQueries({ queryKey: conversationKeys.list });
        void findGone().then(() => client.invalidateQueries({ queryKey: TASK_KEYS }));
        ledgerUnknown(client);
    }
  });
  return null;
};
