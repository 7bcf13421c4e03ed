"use client";
/** Hearing of the person's changes, from whatever source, while a component is on the page. */
import { useEffect, useEffectEvent } from "react";
import { LiveFeed, type LiveMessage } from "./live-feed";
import { livePorts } from "./live-ports";

/** The page's one feed: it runs while anybody listens and the page is there. */
let current: { userId: string; feed: LiveFeed; listeners: number } | null = null;

const feedOf = (userId: string) => {
  if (current?.userId === userId) return current;
  current?.feed.stop();
  current = { userId, feed: new LiveFeed(livePorts(userId)), listeners: 0 };
  return current;
};

/** Calls `listener` for each event, and for `resync` when some may have been missed. */
export const useLiveEvents = (userId: string, listener: (message: LiveMessage) => void): void => {
  const hear = useEffectEvent(listener);
  useEffect(() => {
    const own = feedOf(userId);
    const unsubscribe = own.feed.subscribe((message) => hear(message));
    own.listeners += 1;
    own.feed.start();
    // A page that is kept for the way back neither listens nor holds others up.
    const onHide = () => own.feed.stop();
    const onShow = () => own.feed.start();
    window.addEventListener("pagehide", onHide);
    window.addEventListener("pageshow", onShow);
    return () => {
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("pageshow", onShow);
      unsubscribe();
      own.listeners -= 1;
      if (own.listeners === 0) own.feed.stop();
    };
  }, [userId]);
};
