"use client";
/**
 * Keeps a scrolling list at its end while the reader is there, and where it is while the reader is elsewhere, also
 * when older messages are put before it.
 *
 * The scroller is served as a reversed column, which browsers show from its end before any script runs; from
 * hydration on it is a plain column that this hook scrolls.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Closer to the end than this is at the end, in pixels. */
const NEAR = 24;

const distanceOf = (scroller: HTMLElement): number =>
  scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;

export const useStickToBottom = (
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  /** Names the first item: when it changes, the list has grown at its beginning. */
  firstId: string | undefined,
) => {
  const pinned = useRef(true);
  const before = useRef<{ firstId: string | undefined; height: number }>({ firstId, height: 0 });
  const [atBottom, setAtBottom] = useState(true);

  const jump = useCallback(() => {
    pinned.current = true;
    setAtBottom(true);
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || element.dataset.ready !== undefined) return;
    // In a reversed column the offset counts from the end.
    const distance = -element.scrollTop;
    element.dataset.ready = "";
    element.scrollTop = element.scrollHeight - element.clientHeight - distance;
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const { firstId: previousFirst, height } = before.current;
    if (previousFirst !== firstId && !pinned.current) {
      element.scrollTop += element.scrollHeight - height;
    }
    before.current = { firstId, height: element.scrollHeight };
  });

  useEffect(() => {
    const element = scroller.current;
    const inner = content.current;
    if (!element || !inner) return;
    let last = element.scrollTop;
    const onScroll = () => {
      const distance = distanceOf(element);
      // Any move up is the reader's: the list itself only ever moves down.
      if (element.scrollTop < last - 1 && distance > NEAR / 4) pinned.current = false;
      else if (distance < NEAR) pinned.current = true;
      last = element.scrollTop;
      setAtBottom(pinned.current || distance < NEAR);
    };
    const observer = new ResizeObserver(() => {
      if (pinned.current) element.scrollTop = element.scrollHeight;
      else setAtBottom(distanceOf(element) < NEAR);
      before.current.height = element.scrollHeight;
    });
    observer.observe(inner);
    observer.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroller, content]);

  return { atBottom, jump };
};
