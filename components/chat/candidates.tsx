"use client";
/** The tasks that a title fitted: pressing one answers which was meant. */
import { useTimeLocale } from "@/components/shell/use-time-locale";
import { formatDueShort } from "@/lib/tasks/dates-format";
import type { Candidate } from "./receipt";

const Words = ({ candidate, timeZone }: { candidate: Candidate; timeZone: string }) => {
  const timeLocale = useTimeLocale();
  return (
    <>
      <span className="shrink-0 text-ink-soft tabular-nums">#{candidate.number}</span>
      <bdi className="min-w-0 truncate">{candidate.title}</bdi>
      {candidate.dueOn !== null && (
        <span className="ms-auto shrink-0 text-13 text-ink-soft">
          {formatDueShort(
            { due_on: candidate.dueOn, due_time: candidate.dueTime },
            { now: new Date(), timeZone, timeLocale },
          )}
        </span>
      )}
    </>
  );
};

export const Candidates = ({
  candidates,
  timeZone,
  onChoose,
}: {
  candidates: readonly Candidate[];
  timeZone: string;
  /** Null where nothing can be sent: the tasks are then only named. */
  onChoose: ((text: string) => void) | null;
}) => (
  <ul aria-label="Which one?" className="mt-1 mb-1 flex max-w-md flex-col gap-1.5">
    {candidates.map((candidate) => (
      <li key={candidate.number}>
        {onChoose ? (
          <button
            type="button"
            onClick={() => onChoose(`#${candidate.number}`)}
            className="flex min-h-10 w-full items-center gap-2 rounded-control border border-line bg-raised px-3 text-start text-14 text-ink transition-colors hover:border-line-strong hover:bg-hover pointer-coarse:min-h-11"
          >
            <Words candidate={candidate} timeZone={timeZone} />
          </button>
        ) : (
          // As high as the button was: nothing moves when one has been pressed.
          <span className="flex min-h-10 items-center gap-2 rounded-control border border-line px-3 text-14 text-ink-soft pointer-coarse:min-h-11">
            <Words candidate={candidate} timeZone={timeZone} />
          </span>
        )}
      </li>
    ))}
  </ul>
);
