"use client";
/**
 * A menu behind a button. The button is ours and is there at once; the menu itself (Radix, about 25 kB) is fetched
 * when the pointer or the focus first comes near, so that no page pays for it before.
 */
import dynamic from "next/dynamic";
import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from "react";
import type { MenuEntry } from "./menu-entry";

const loadPopup = () => import("./menu-popup");
const MenuPopup = dynamic(() => loadPopup().then((module) => module.MenuPopup), { ssr: false });

/** What the button must spread onto itself. */
export type MenuTriggerProps = {
  ref: Ref<HTMLButtonElement>;
  id: string;
  "aria-haspopup": "menu";
  "aria-expanded": boolean;
  onClick: () => void;
  onPointerEnter: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

export type MenuProps = {
  entries: readonly MenuEntry[];
  trigger: (props: MenuTriggerProps) => ReactNode;
  /** Where the menu stands, seen from the button. */
  side?: "top" | "bottom";
  align?: "start" | "end";
  /** As wide as the button. */
  fill?: boolean;
  className?: string;
};

export const Menu = ({
  entries,
  trigger,
  side = "bottom",
  align = "end",
  fill = false,
  className,
}: MenuProps) => {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // Mounted from the first opening on, so that a menu that nobody opens costs nothing.
  const [wanted, setWanted] = useState(false);

  const show = (next: boolean) => {
    if (next) setWanted(true);
    setOpen(next);
  };

  return (
    <div className={className ?? "relative inline-flex"}>
      {trigger({
        ref: button,
        id,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        onClick: () => show(!open),
        onPointerEnter: () => void loadPopup(),
        onFocus: () => void loadPopup(),
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          show(true);
        },
      })}
      {wanted && (
        <MenuPopup
          entries={entries}
          open={open}
          onOpenChange={setOpen}
          labelledBy={id}
          button={button}
          side={side}
          align={align}
          fill={fill}
        />
      )}
    </div>
  );
};
