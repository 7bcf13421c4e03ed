"use client";
/**
 * Choosing a time zone by typing a part of its name (ARIA's combobox with a list): arrows move, Enter takes,
 * Escape leaves it as it was.
 */
import { Check } from "lucide-react";
import clsx from "clsx";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { TextField } from "@/components/ui/field";
import { useNow } from "@/components/shell/use-now";
import { useTimeLocale } from "@/components/shell/use-time-locale";
import { allZones, matchingZones, timeIn, zoneLabel, type ZoneOption } from "./time-zones";

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

export const TimeZoneField = ({
  value,
  onChange,
  renderedAt,
  error,
}: {
  value: string;
  onChange: (zone: string) => void;
  renderedAt: string;
  error?: string | undefined;
}) => {
  const list = useId();
  const now = useNow(renderedAt);
  const timeLocale = useTimeLocale();
  const input = useRef<HTMLInputElement>(null);
  /** What is being looked for; null while the list is closed. */
  const [query, setQuery] = useState<string | null>(null);
  const [options, setOptions] = useState<readonly ZoneOption[]>([]);
  const [at, setAt] = useState(0);

  const open = query !== null;
  const found = open ? matchingZones(options, query) : [];
  const highlighted = found[Math.min(at, found.length - 1)];

  const show = () => {
    const all = allZones([value], now, timeLocale);
    setOptions(all);
    setQuery("");
    setAt(all.findIndex(({ zone }) => zone === value));
    input.current?.select();
  };
  const close = () => setQuery(null);
  const take = (zone: string) => {
    onChange(zone);
    close();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEP[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) show();
      else setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (open && event.key === "Enter") {
      event.preventDefault();
      if (highlighted) take(highlighted.zone);
    } else if (open && event.key === "Escape") {
      event.preventDefault();
      close();
    }
  };

  return (
    <div className="relative">
      <TextField
        ref={input}
        label="Time zone"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && highlighted ? `${list}-${highlighted.zone}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={open && query !== "" ? query : zoneLabel(value)}
        onChange={(event) => {
          if (!open) setOptions(allZones([value], now, timeLocale));
          setQuery(event.target.value);
          setAt(0);
        }}
        onClick={() => {
          if (!open) show();
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
        hint={`It is ${timeIn(value, now, timeLocale)} there. “Tomorrow” and “at 6” are meant by this clock.`}
        error={error}
      />
      {/* The field keeps the focus and has the keys; the pointer may press an option as well. */}
      <div
        id={list}
        role="listbox"
        aria-label="Time zones"
        tabIndex={-1}
        hidden={!open}
        onPointerDown={(event) => event.preventDefault()}
        onClick={(event) => {
          const option = (event.target as Element).closest<HTMLElement>("[data-zone]");
          if (option?.dataset["zone"]) take(option.dataset["zone"]);
        }}
        onKeyDown={onKeyDown}
        className="absolute inset-x-0 top-20 z-20 max-h-72 overflow-y-auto overscroll-contain rounded-card border border-line bg-raised p-1 shadow-float"
      >
        {found.map(({ zone, label, time }) => (
          <div
            key={zone}
            id={`${list}-${zone}`}
            data-zone={zone}
            ref={
              zone === highlighted?.zone
                ? (item) => item?.scrollIntoView({ block: "nearest" })
                : null
            }
            role="option"
            aria-selected={zone === value}
            className={clsx(
              "flex h-9 cursor-default items-center gap-2 rounded-[6px] px-2.5 text-14 hover:bg-hover pointer-coarse:h-11",
              zone === highlighted?.zone && "bg-hover",
            )}
          >
            <span className="min-w-0 flex-1 truncate">{label}</span>
            {zone === value && <Check aria-hidden="true" className="size-4 text-accent" />}
            <span className="text-ink-soft tabular-nums">{time}</span>
          </div>
        ))}
        {found.length === 0 && (
          <p className="px-2.5 py-2 text-14 text-ink-soft">No time zone of that name.</p>
        )}
      </div>
    </div>
  );
};
