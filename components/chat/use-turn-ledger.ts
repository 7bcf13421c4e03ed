"use client";
/** What a turn changed and how it stands now, asked for once its message has come into sight. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, type RefObject } from "react";
import { turnChangesOptions } from "@/components/tasks/ledger";
import type { Change } from "@/lib/tasks/schema";

/** How far outside the visible part asking begins. */
const AHEAD = "200px";

/** Undefined while it is not known, and for turns that changed nothing. */
export const useTurnLedger = (
  article: RefObject<HTMLElement | null>,
  turnId: string,
  hasChanges: boolean,
): readonly Change[] | undefined => {
  const [seen, setSeen] = useState(false);

  useEffect(() => {
    const element = article.current;
    if (!element || !hasChanges || seen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [article, hasChanges, seen]);

  return useQuery({ ...turnChangesOptions(turnId), enabled: seen && hasChanges }).data;
};
