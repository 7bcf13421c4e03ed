"use client";
/**
 * The date and the priority that were understood in the words of a new task, while they are written, with the title
 * that is left; and one press that leaves the words of either in the title instead. It floats, so that nothing below
 * it moves.
 */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarDays, Flag } from "lucide-react";
import { useEffect, useState } from "react";
import { useTimeLocale } from "@/components/shell/use-time-locale";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { formatDueLong, formatDueShort } from "@/lib/tasks/dates-format";
import type { ReadWords } from "@/lib/tasks/schema";
import { type Kept, keptOf, readWordsOptions } from "./read-words";
import { PRIORITY_WORDS } from "./task-chips";

/** So long nothing was typed before the words are read. */
const PAUSE_MS = 200;
/** No date is shorter, beside a title. */
const SHORTEST = 5;
/** Longer words are refused as a task. */
const LONGEST = 300;

/** `text`, once nothing was typed for a moment. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === "" ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return text === "" ? "" : settled;
};

/** What is understood of `text`; null while it is empty, too short, or says neither date nor priority. */
const useReading = (
  text: string,
  kept: Kept,
): { reading: ReadWords; title: string; keep: ReturnType<typeof keptOf> } | null => {
  const settled = useSettled(text);
  const { length } = settled.trim();
  const common = {
    enabled: length >= SHORTEST && length <= LONGEST,
    placeholderData: keepPreviousData,
    retry: false,
  };
  const { data: reading } = useQuery({ ...readWordsOptions(settled), ...common });
  const keep = reading ? keptOf(reading, kept) : [];
  const { data: asKept } = useQuery({
    ...readWordsOptions(settled, keep),
    ...common,
    enabled: common.enabled && keep.length > 0,
  });
  if (!reading || text.trim().length < SHORTEST || text.trim().length > LONGEST) return null;
  if (reading.words === null && reading.priority === undefined) return null;
  const title = keep.length === 0 ? reading.title : (asKept?.title ?? text.trim());
  return { reading, title, keep };
};

const Choice = ({
  isKept,
  words,
  name,
  onPress,
}: {
  isKept: boolean;
  /** As they are written in the text. */
  words: string;
  name: "date" | "priority";
  onPress: () => void;
}) => (
  <Button
    size="sm"
    variant="plain"
    className="text-accent-ink!"
    aria-label={
      isKept ? `Use ${words} as the ${name}` : `Leave ${words} in the title, without a ${name}`
    }
    onClick={onPress}
  >
    {isKept ? `Use as ${name}` : `No ${name}`}
  </Button>
);

export const Understood = ({
  id,
  text,
  kept,
  timeZone,
  onKeep,
}: {
  id: string;
  text: string;
  kept: Kept;
  timeZone: string;
  onKeep: (kept: Kept) => void;
}) => {
  const understood = useReading(text, kept);
  const timeLocale = useTimeLocale();
  if (!understood) return null;
  const { reading, title, keep } = understood;
  const { words, priority } = reading;
  const at = { now: new Date(), timeZone, timeLocale };
  const hasDate = words !== null && !keep.includes("date");
  const hasPriority = priority !== undefined && !keep.includes("priority");
  const toggle = (what: string) =>
    onKeep(kept.includes(what) ? kept.filter((each) => each !== what) : [...kept, what]);
  return (
    <div
      id={id}
      className="absolute inset-x-0 top-full z-10 mt-1 flex items-center gap-2 rounded-control border border-line bg-raised py-1.5 ps-3 pe-1.5 text-14 text-ink shadow-float"
    >
      <div role="status" className="min-w-0 flex-1">
        {hasDate && <span className="sr-only">Due {formatDueLong(reading, at)}: </span>}
        <bdi className="block truncate">{title}</bdi>
        <span className="mt-0.5 flex flex-wrap items-center gap-1">
          {hasDate && (
            <span aria-hidden="true">
              <Chip tone="accent" icon={<CalendarDays className="size-3" />}>
                {formatDueShort(reading, at)}
              </Chip>
            </span>
          )}
          {hasPriority && (
            <Chip tone="accent" icon={<Flag className="size-3" />}>
              {PRIORITY_WORDS[priority]}
            </Chip>
          )}
          {keep.map((name) => (
            <span key={name} className="text-12 leading-5 text-ink-soft">
              No {name}
            </span>
          ))}
        </span>
      </div>
      <div className="flex shrink-0 flex-col items-end">
        {words !== null && (
          <Choice
            name="date"
            words={`“${words}”`}
            isKept={!hasDate}
            onPress={() => toggle(words)}
          />
        )}
        {priority !== undefined && (
          <Choice
            name="priority"
            words="its words"
            isKept={!hasPriority}
            onPress={() => toggle(priority)}
          />
        )}
      </div>
    </div>
  );
};
