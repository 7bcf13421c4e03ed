"use client";
/**
 * The menu that `menu.tsx` opens: keys, typeahead and placement by Radix.
 * Rendered in place and not in a portal, so that it is part of the drawer or dialog whose button opened it.
 */
import * as Radix from "@radix-ui/react-dropdown-menu";
import { Check } from "lucide-react";
import clsx from "clsx";
import type { ReactNode, RefObject } from "react";
import type { MenuEntry } from "./menu-entry";

const ITEM =
  "flex h-8 cursor-default items-center gap-2.5 rounded-[6px] px-2 text-14 outline-none select-none data-highlighted:bg-hover pointer-coarse:h-11";

const Icon = ({ children }: { children: ReactNode }) => (
  <span aria-hidden="true" className="grid size-4 place-items-center">
    {children}
  </span>
);

const Entry = ({ entry }: { entry: MenuEntry }) => {
  switch (entry.kind) {
    case "separator":
      return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
    case "item":
      return (
        <Radix.Item
          onSelect={entry.onSelect}
          className={clsx(ITEM, entry.tone === "danger" ? "text-danger" : "text-ink")}
        >
          {entry.icon && <Icon>{entry.icon}</Icon>}
          {entry.label}
        </Radix.Item>
      );
    case "choice":
      return (
        <Radix.RadioGroup
          aria-label={entry.label}
          value={entry.value}
          onValueChange={entry.onChange}
        >
          <Radix.Label className="px-2 pt-1.5 pb-1 text-12 text-ink-soft">
            {entry.label}
          </Radix.Label>
          {entry.options.map((option) => (
            <Radix.RadioItem
              key={option.value}
              value={option.value}
              // A choice is tried out: the menu stays, so that the next one is a key away.
              onSelect={(event) => event.preventDefault()}
              className={ITEM}
            >
              {option.icon && <Icon>{option.icon}</Icon>}
              <span className="flex-1">{option.label}</span>
              <Radix.ItemIndicator>
                <Check aria-hidden="true" className="size-4 text-accent" />
              </Radix.ItemIndicator>
            </Radix.RadioItem>
          ))}
        </Radix.RadioGroup>
      );
  }
};

export const MenuPopup = ({
  entries,
  open,
  onOpenChange,
  labelledBy,
  button,
  side,
  align,
  fill,
}: {
  entries: readonly MenuEntry[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  labelledBy: string;
  button: RefObject<HTMLButtonElement | null>;
  side: "top" | "bottom";
  align: "start" | "end";
  fill: boolean;
}) => (
  // Not modal: the modal kind locks scrolling with a <style> of its own, which the content policy refuses.
  <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
    <Radix.Trigger asChild>
      {/* Only where the menu stands: the button in front of it does the work. */}
      <span aria-hidden="true" tabIndex={-1} className="pointer-events-none absolute inset-0" />
    </Radix.Trigger>
    <Radix.Content
      aria-labelledby={labelledBy}
      side={side}
      align={align}
      sideOffset={4}
      collisionPadding={8}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        // An entry may have put the focus somewhere itself (a dialog, a field to rename in).
        if (document.activeElement === document.body) button.current?.focus();
      }}
      onInteractOutside={(event) => {
        // A press on the button closes the menu by itself; closing here as well would open it again.
        if (button.current?.contains(event.target as Node)) event.preventDefault();
      }}
      className={clsx(
        "menu z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded-card border border-line bg-raised p-1 text-ink shadow-float",
        fill && "w-(--radix-dropdown-menu-trigger-width)",
      )}
    >
      {entries.map((entry, index) => (
        <Entry key={index} entry={entry} />
      ))}
    </Radix.Content>
  </Radix.Root>
);
