"use client";
/** Short facts about a task, in the panel and in the chat's receipts: when it is due, how urgent it is. */
import { useTimeLocale } from "@/components/shell/use-time-locale";
import { Chip } from "@/components/ui/chip";
import { formatDueShort, isOverdue } from "@/lib/tasks/dates-format";
import type { Priority, Task } from "@/lib/tasks/schema";

type Due = Pick<Task, "due_on" | "due_time" | "completed">;

const YESTERDAY = /^Yesterday/;

/** A due date in a few words, and whether it has passed. Late is said in words: colour alone would not reach all. */
export const dueWords = (
  due: Due,
  timeZone: string,
  timeLocale: string,
  now = new Date(),
): { words: string; overdue: boolean } => {
  const at = { now, timeZone, timeLocale };
  const short = formatDueShort(due, at);
  const overdue = isOverdue(due, at);
  return { words: overdue && !YESTERDAY.test(short) ? `Overdue, ${short}` : short, overdue };
};

export const DueChip = ({ due, timeZone }: { due: Due; timeZone: string }) => {
  const { words, overdue } = dueWords(due, timeZone, useTimeLocale());
  return (
    <Chip tone={overdue ? "overdue" : "neutral"} className="shrink-0">
      {words}
    </Chip>
  );
};

export const PRIORITY_WORDS: Record<Exclude<Priority, "none">, string> = {
  high: "High priority",
  medium: "Medium priority",
  low: "Low priority",
};

export const PriorityChip = ({ priority }: { priority: Exclude<Priority, "none"> }) => (
  <Chip className="shrink-0">{PRIORITY_WORDS[priority]}</Chip>
);
