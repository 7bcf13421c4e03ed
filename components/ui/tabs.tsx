"use client";
/**
 * Tabs with counts: one stop for Tab, arrows, Home and End move between them (ARIA's tabs pattern).
 * The parent owns the chosen tab; `children` is the content of that tab's panel.
 */
import clsx from "clsx";
import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";

export type Tab<Id extends string> = {
  id: Id;
  label: string;
  /** A number, or words for one, such as "100+". */
  count?: number | string | undefined;
};

export type TabsProps<Id extends string> = {
  /** What the tabs choose between, for screen readers. */
  label: string;
  tabs: readonly Tab<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  /** Classes of the panel, e.g. to let it scroll. */
  panelClassName?: string;
  listClassName?: string;
  children: ReactNode;
};

export const Tabs = <Id extends string>({
  label,
  tabs,
  value,
  onChange,
  panelClassName,
  listClassName,
  children,
}: TabsProps<Id>) => {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === value);
    const target = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    const tab = target === undefined ? undefined : tabs[target];
    if (target === undefined || !tab) return;
    event.preventDefault();
    onChange(tab.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[target]?.focus();
  };

  return (
    <>
      {/* Each tab takes the keys while it has the focus; the list only gathers them. */}
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className={clsx("flex gap-1", listClassName)}
      >
        {tabs.map((tab) => {
          const chosen = tab.id === value;
          return (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${base}-${tab.id}`}
              aria-selected={chosen}
              aria-controls={`${base}-panel`}
              tabIndex={chosen ? 0 : -1}
              onClick={() => onChange(tab.id)}
              onKeyDown={move}
              className={clsx(
                "inline-flex h-8 items-center gap-1.5 rounded-control px-2.5 text-13 font-medium whitespace-nowrap transition-colors pointer-coarse:h-11",
                chosen ? "bg-hover text-ink" : "text-ink-soft hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="font-normal text-ink-soft tabular-nums">{tab.count}</span>
              )}
            </button>
          );
        })}
      </div>
      <div
        id={`${base}-panel`}
        role="tabpanel"
        aria-labelledby={`${base}-${value}`}
        className={panelClassName}
      >
        {children}
      </div>
    </>
  );
};
