"use client";
/** The beginning of a long conversation: loads the messages before it when the reader comes near. */
import { useEffect, useRef, type RefObject } from "react";
import { Button } from "@/components/ui/button";
import type { Chat } from "./chat";
import type { ChatState } from "./chat-state";

/** How far above the visible part loading begins. */
const AHEAD = "800px 0px 0px 0px";

export const OlderMessages = ({
  chat,
  cursor,
  status,
  scroller,
}: {
  chat: Chat;
  cursor: string | null;
  status: ChatState["older"];
  scroller: RefObject<HTMLElement | null>;
}) => {
  const mark = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = mark.current;
    // After a failure the reader decides.
    if (!element || status !== "idle") return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void chat.loadOlder();
      },
      { root: scroller.current, rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [chat, cursor, status, scroller]);

  if (cursor === null) return null;
  return (
    <div ref={mark} className="flex h-11 items-center justify-center gap-2 text-13 text-ink-soft">
      {status === "failed" ? (
        <>
          Earlier messages could not be loaded.
          <Button size="sm" variant="plain" onClick={() => void chat.loadOlder()}>
            Try again
          </Button>
        </>
      ) : (
        "Loading earlier messages…"
      )}
    </div>
  );
};
