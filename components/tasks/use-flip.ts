"use client";
/** Rows glide to their new place when others come or go; with reduced motion they are simply there. */
import { useLayoutEffect, useRef, type RefObject } from "react";

const MOVE_MS = 160;

/** `list` holds the rows as its children, each with `data-id`. Runs whenever `order` changes. */
export const useFlip = (list: RefObject<HTMLElement | null>, order: string): void => {
  const places = useRef(new Map<string, number>());

  useLayoutEffect(() => {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const now = new Map<string, number>();
    for (const row of list.current?.children ?? []) {
      if (!(row instanceof HTMLElement) || row.dataset.id === undefined) continue;
      now.set(row.dataset.id, row.offsetTop);
      const moved = (places.current.get(row.dataset.id) ?? row.offsetTop) - row.offsetTop;
      if (moved === 0 || still) continue;
      row.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], {
        duration: MOVE_MS,
        easing: "ease-out",
      });
    }
    places.current = now;
  }, [list, order]);
};
