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
  scrollerRef: RefObject<HTMLElement | null>,
  contentRef: RefObject<HTMLElement | null>,
  /** Names the first item: when it changes, the list has grown at its beginning. */
  firstId: string | undefined,
) => {
  const pinnedRef = useRef(true);
  const beforeRef = useRef<{ firstId: string | undefined; height: number }>({ firstId, height: 0 });
  const [atBottom, setAtBottom] = useState(true);

  const jump = useCallback(() => {
    pinnedRef.current = true;
    setAtBottom(true);
    const element = scrollerRef.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [scrollerRef]);

  useLayoutEffect(() => {
    const element = scrollerRef.current;
    if (!element || element.dataset.ready !== undefined) return;
    // In a reversed column the offset counts from the end.
    const distance = -element.scrollTop;
    element.dataset.ready = "";
    element.scrollTop = element.scrollHeight - element.clientHeight - distance;
  }, [scrollerRef]);

  useLayoutEffect(() => {
    const element = scrollerRef.current;
    if (!element) return;
    const { firstId: previousFirst, height } = beforeRef.current;
    if (previousFirst !== firstId && !pinnedRef.current) {
      element.scrollTop += element.scrollHeight - height;
    }
    beforeRef.current = { firstId, height: element.scrollHeight };
  });

  useEffect(() => {
    const element = scrollerRef.current;
    const inner = contentRef.current;
    if (!element || !inner) return;
    let last = element.scrollTop;
    const onScroll = () => {
      const distance = distanceOf(element);
      // Any move up is the reader's: the list itself only ever moves down.
      if (element.scrollTop < last - 1 && distance > NEAR / 4) pinnedRef.current = false;
      else if (distance < NEAR) pinnedRef.current = true;
      last = element.scrollTop;
      setAtBottom(pinnedRef.current || distance < NEAR);
    };
    const observer = new ResizeObserver(() => {
      if (pinnedRef.current) {
        element.scrollTop = element.scrollHeight;
        // A list that became shorter was moved up by that, not by the reader; its scroll event is still to come.
        last = element.scrollTop;
      } else setAtBottom(distanceOf(element) < NEAR);
      beforeRef.current.height = element.scrollHeight;
    });
    observer.observe(inner);
    observer.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [scrollerRef, contentRef]);

  return { atBottom, jump };
};
