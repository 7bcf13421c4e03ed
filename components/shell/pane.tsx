"use client";
/**
 * A pane at the side of the page that is a drawer where there is no room for it. It is one element in both forms, so
 * that nothing in it is lost when the window changes: a popover that wide screens show in its place on the grid.
 * Whoever opens it is a button with `popoverTarget`, which works before the page's script does.
 */
import { X } from "lucide-react";
import clsx from "clsx";
import { usePathname } from "next/navigation";
import { useEffect, useRef, type ReactNode, type ToggleEvent } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { MAIN_ID, PANES, type PaneName } from "./landmarks";

const PLACE: Record<PaneName, string> = {
  conversations:
    "start-0 border-e md:static md:flex md:h-auto md:w-auto md:max-w-none md:shadow-none [--from:-100%] rtl:[--from:100%]",
  tasks:
    "end-0 border-s lg:static lg:flex lg:h-auto lg:w-auto lg:max-w-none lg:shadow-none [--from:100%] rtl:[--from:-100%]",
};

const CLOSE: Record<PaneName, string> = { conversations: "md:hidden", tasks: "lg:hidden" };

/** Behind an open drawer nothing can be reached. */
const setOthersInert = (name: PaneName, inert: boolean) => {
  const main = document.getElementById(MAIN_ID);
  if (main) main.inert = inert;
  for (const [other, { id }] of Object.entries(PANES)) {
    const pane = document.getElementById(id);
    if (pane && other !== name) pane.inert = inert;
  }
};

export const Pane = ({ name, children }: { name: PaneName; children: ReactNode }) => {
  const { id, label, wideFrom } = PANES[name];
  const ref = useRef<HTMLElement>(null);
  const pathname = usePathname();

  useEffect(() => {
    // Somewhere else was chosen in it: the drawer has done its work, and the new page has the focus.
    const pane = ref.current;
    if (!pane?.matches(":popover-open")) return;
    setOthersInert(name, false);
    document.getElementById(MAIN_ID)?.focus();
    pane.hidePopover();
  }, [pathname, name]);

  useEffect(() => {
    const close = () => ref.current?.hidePopover();
    const wide = window.matchMedia(`(min-width: ${wideFrom}px)`);
    wide.addEventListener("change", close);
    return () => wide.removeEventListener("change", close);
  }, [wideFrom]);

  const onToggle = (event: ToggleEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const open = event.newState === "open";
    setOthersInert(name, open);
    if (open) ref.current?.focus();
    // The button that opened it could not take the focus back while it was out of reach. Sliding out, the drawer may
    // have it still.
    else if (
      document.activeElement === document.body ||
      event.currentTarget.contains(document.activeElement)
    ) {
      document.querySelector<HTMLElement>(`#${MAIN_ID} [popovertarget="${id}"]`)?.focus();
    }
  };

  const Landmark = name === "conversations" ? "nav" : "aside";
  return (
    <Landmark
      ref={ref}
      id={id}
      aria-label={label}
      popover="auto"
      tabIndex={-1}
      onToggle={onToggle}
      className={clsx(
        "pane fixed inset-auto top-0 m-0 hidden h-dvh max-h-none w-[min(22.5rem,calc(100vw-3rem))] flex-col overflow-hidden border-line bg-surface p-0 text-ink shadow-float outline-none backdrop:bg-scrim open:flex",
        PLACE[name],
      )}
    >
      {children}
      <IconButton
        label={`Close ${label.toLowerCase()}`}
        popoverTarget={id}
        popoverTargetAction="hide"
        icon={<X aria-hidden="true" className="size-5" />}
        className={clsx("absolute end-2 top-[max(0.75rem,env(safe-area-inset-top))]", CLOSE[name])}
      />
    </Landmark>
  );
};
