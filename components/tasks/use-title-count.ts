"use client";
/** The number of tasks to do in the browser's tab: "(3) Groceries · Errand". */
import { useEffect } from "react";

const COUNT = /^\(\d+\+?\) /;

/** Keeps `count` before the title, whoever changes that; "0" shows nothing. */
export const useTitleCount = (count: string): void => {
  useEffect(() => {
    const show = () => {
      const title = document.title.replace(COUNT, "");
      const wanted = count === "0" || title === "" ? title : `(${count}) ${title}`;
      if (document.title !== wanted) document.title = wanted;
    };
    show();
    // The title belongs to the page and its header, which change it as one moves around.
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [count]);
};
