"use client";
/**
 * The date that was understood in the words of a new task, while they are written: the title that is left and the
 * day, and one press that leaves the words in the title instead. It floats, so that nothing below it moves.
 */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarDays } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { formatDueLong, formatDueShort } from "@/lib/tasks/dates-format";
import type { ReadWords } from "@/lib/tasks/schema";
import { readWordsOptions } from "./read-words";

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

/** What is understood of `text`; null while it is empty, too short, or says no date. */
const useReading = (text: string): (ReadWords & { words: string }) | null => {
  const settled = useSettled(text);
  const { length } = settled.trim();
  const { data } = useQuery({
    ...readWordsOptions(settled),
    enabled: length >= SHORTEST && length <= LONGEST,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!data || text.trim().length < SHORTEST || text.trim().length > LONGEST) return null;
  return data.words === null ? null : { ...data, words: data.words };
};

export const UnderstoodDate = ({
  id,
  text,
  kept,
  timeZone,
  onKeep,
}: {
  id: string;
  text: string;
  /** The words of dates that stay in the title. */
  kept: readonly string[];
  timeZone: string;
  onKeep: (kept: readonly string[]) => void;
}) => {
  const reading = useReading(text);
  if (!reading) return null;
  const { title, words } = reading;
  const at = { now: new Date(), timeZone };
  const isKept = kept.includes(words);
  return (
    <div
      id={id}
      className="absolute inset-x-0 top-full z-10 mt-1 flex items-center gap-2 rounded-control border border-line bg-raised py-1.5 ps-3 pe-1.5 text-14 text-ink shadow-float"
    >
      <div role="status" className="min-w-0 flex-1">
        {!isKept && <span className="sr-only">Due {formatDueLong(reading, at)}: </span>}
        <bdi className="block truncate">{isKept ? text.trim() : title}</bdi>
        <span aria-hidden={!isKept} className="mt-0.5 block">
          {isKept ? (
            <span className="text-12 leading-5 text-ink-soft">No date</span>
          ) : (
            <Chip tone="accent" icon={<CalendarDays className="size-3" />}>
              {formatDueShort(reading, at)}
            </Chip>
          )}
        </span>
      </div>
      <Button
        size="sm"
        variant="plain"
        className="text-accent-ink!"
        aria-label={
          isKept ? `Use “${words}” as the date` : `Leave “${words}” in the title, without a date`
        }
        onClick={() => onKeep(isKept ? kept.filter((each) => each !== words) : [...kept, words])}
      >
        {isKept ? "Use as date" : "No date"}
      </Button>
    </div>
  );
};
