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

/** How long after a turn of the wheel, a touch or a key a scroll is the reader's, in milliseconds. */
const MOVING_MS = 250;

/** Whether the reader moves the list: by wheel, finger or key, or holding its scrollbar. */
const watchReader = (element: HTMLElement) => {
  const listening = new AbortController();
  const options = { passive: true, signal: listening.signal };
  let movedAt = -Infinity;
  let isHeld = false;
  const moved = () => (movedAt = performance.now());
  for (const type of ["wheel", "touchmove", "keydown"]) {
    element.addEventListener(type, moved, options);
  }
  element.addEventListener("pointerdown", () => (isHeld = true), options);
  for (const type of ["pointerup", "pointercancel"]) {
    window.addEventListener(type, () => (isHeld = false), options);
  }
  return {
    moves: () => isHeld || performance.now() - movedAt < MOVING_MS,
    stop: () => listening.abort(),
  };
};

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

  /** Lets go of the end: the reader has gone elsewhere, or is about to be shown another place. */
  const letGo = useCallback(() => {
    pinnedRef.current = false;
    const element = scrollerRef.current;
    if (element) setAtBottom(distanceOf(element) < NEAR);
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
    let seenHeight = element.scrollHeight;
    let frame = 0;
    const reader = watchReader(element);
    const onScroll = () => {
      const distance = distanceOf(element);
      const movedUp = element.scrollTop < last - 1 && distance > NEAR / 4;
      last = element.scrollTop;
      if (!movedUp) {
        if (distance < NEAR) pinnedRef.current = true;
        setAtBottom(pinnedRef.current || distance < NEAR);
      } else if (reader.moves() || !pinnedRef.current) {
        letGo();
      } else {
        // A list that became shorter and longer again moves up by itself, and the observer puts it back. Where it has
        // seen all there is and the end is still away, the list was moved: by a search in the page, or by assistive
        // technology.
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => {
          frame = requestAnimationFrame(() => {
            const isSeen = element.scrollHeight === seenHeight;
            if (isSeen && distanceOf(element) > NEAR / 4) letGo();
          });
        });
      }
    };
    const observer = new ResizeObserver(() => {
      if (pinnedRef.current) {
        element.scrollTop = element.scrollHeight;
        last = element.scrollTop;
      } else setAtBottom(distanceOf(element) < NEAR);
      seenHeight = element.scrollHeight;
      beforeRef.current.height = seenHeight;
    });
    observer.observe(inner);
    observer.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      reader.stop();
      element.removeEventListener("scroll", onScroll);
    };
  }, [scrollerRef, contentRef, letGo]);

  return { atBottom, jump, letGo };
};
