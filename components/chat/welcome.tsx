"use client";
/** An empty conversation: a greeting, and first sentences that are sent when they are pressed. */
import { ArrowUp } from "lucide-react";
import { useState } from "react";
import type { Me } from "@/lib/users/schema";

const FIRST_SENTENCES = [
  "Add milk, eggs and bread",
  "Remind me to call mom tomorrow at 6",
  "What’s due this week?",
  "Undo that",
];

/** The greeting for an instant in a zone: nobody is greeted with "Good night". */
export const greeting = (now: Date, timeZone: string): string => {
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(now),
  );
  if (hour >= 5 && hour < 12) return "Good morning";
  return hour >= 12 && hour < 18 ? "Good afternoon" : "Good evening";
};

export const Welcome = ({
  me,
  onChoose,
}: {
  me: Pick<Me, "name" | "time_zone">;
  onChoose: (sentence: string) => void;
}) => {
  const [hello] = useState(() => greeting(new Date(), me.time_zone));
  return (
    <div className="relative flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="m-auto w-full max-w-[46rem] px-4 py-8 md:px-6">
        <h2 className="text-24 font-semibold tracking-[-0.01em] text-balance [overflow-wrap:anywhere]">
          {hello}, <bdi>{me.name}</bdi>
        </h2>
        <p className="mt-1 text-15 text-ink-soft">Say what needs doing. Errand keeps the list.</p>
        <ul className="mt-6 grid gap-2 md:grid-cols-2" aria-label="First sentences">
          {FIRST_SENTENCES.map((sentence) => (
            <li key={sentence}>
              <button
                type="button"
                onClick={() => onChoose(sentence)}
                className="group flex h-full min-h-11 w-full items-center justify-between gap-3 rounded-card border border-line bg-raised px-4 py-2.5 text-start text-14 text-ink transition-colors hover:border-line-strong hover:bg-hover"
              >
                {sentence}
                <ArrowUp
                  aria-hidden="true"
                  className="size-4 shrink-0 text-ink-soft opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100 pointer-coarse:opacity-100"
                />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
