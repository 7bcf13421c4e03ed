"use client";
/** A toast about something that failed: it stays until it is closed or, for a lost connection, until that is back. */
import { useCallback } from "react";
import { isOutage } from "@/components/api";
import { onReachable } from "@/components/reachable";
import { useToast } from "@/components/ui/toast";

/** So long it can be read, even if the connection is back at once. */
const LEAST_MS = 6000;

export const useErrorToast = (): ((message: string, error: unknown) => void) => {
  const toast = useToast();
  return useCallback(
    (message, error) => {
      const close = toast({ tone: "error", message });
      if (!isOutage(error)) return;
      const shownAt = Date.now();
      const stop = onReachable(() => {
        stop();
        setTimeout(close, Math.max(0, shownAt + LEAST_MS - Date.now()));
      });
    },
    [toast],
  );
};
