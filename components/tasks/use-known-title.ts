"use client";
/** A task's title by its number, as far as the page's lists know it. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { findTask } from "./task-cache";

/** Null for a task that is on no list, and until the page is hydrated. */
export const useKnownTitle = (id: number | null): string | null => {
  const client = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) =>
      id === null ? () => undefined : client.getQueryCache().subscribe(listener),
    [client, id],
  );
  return useSyncExternalStore(
    subscribe,
    () => (id === null ? null : (findTask(client, id)?.title ?? null)),
    () => null,
  );
};
