"use client";
/**
 * Tasks that are looked for among all, open and done: by words in title and description, by when they are due, in an
 * order to choose.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowLeft, Search } from "lucide-react";
import { useDeferredValue, useLayoutEffect, useRef, type ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { foundTasksOptions, tasksOf } from "./task-cache";
import { FIND_DUE, FIND_SORT, type Finding } from "./task-lists";
import { TaskRow } from "./task-row";

const DUE_WORDS: Record<Finding["due"], string> = {
  any: "Any date",
  overdue: "Overdue",
  today: "Today",
  week: "This week",
  none: "No date",
};

const SORT_WORDS: Record<Finding["sort"], string> = {
  due: "By date",
  created: "Oldest first",
  updated: "Last changed",
  priority: "By priority",
  title: "By title",
};

/** A native list of choices: a phone shows its own. */
const Choice = (props: ComponentProps<"select">) => (
  <select
    {...props}
    className="h-8 min-w-0 flex-1 rounded-control border border-line-strong bg-raised px-2 text-13 text-ink focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 pointer-coarse:h-11 pointer-coarse:text-[16px]"
  />
);

/** "4 found · 3 to do, 1 done": done ones are looked for as well, and that is said. */
export const foundWords = (tasks: readonly { completed: boolean }[], hasMore: boolean): string => {
  if (tasks.length === 0) return "No task found";
  const done = tasks.filter(({ completed }) => completed).length;
  const sorts = `${tasks.length - done} to do, ${done} done`;
  return hasMore
    ? `The first ${tasks.length} of more · ${sorts}`
    : `${tasks.length} found · ${sorts}`;
};

const Results = ({ finding, timeZone }: { finding: Finding; timeZone: string }) => {
  const list = useInfiniteQuery(foundTasksOptions(finding));
  const tasks = tasksOf(list.data);
  if (list.isError && tasks.length === 0) {
    return (
      <EmptyState
        title="The tasks could not be searched"
        action={
          <Button size="sm" onClick={() => void list.refetch()}>
            Try again
          </Button>
        }
      />
    );
  }
  if (list.isPending) return <p className="px-3 py-3 text-13 text-ink-soft">Searching…</p>;
  return (
    <>
      <p
        role="status"
        className={tasks.length === 0 ? "sr-only" : "px-3 pb-1 text-12 text-ink-soft tabular-nums"}
      >
        {foundWords(tasks, list.hasNextPage)}
      </p>
      {tasks.length === 0 && (
        <EmptyState icon={<Search className="size-6" />} title="Nothing found">
          {finding.due === "any" && finding.words.trim() !== ""
            ? "None of your tasks, open or done, has these words."
            : "Try other words, or any date."}
        </EmptyState>
      )}
      <ul aria-label="Tasks found" className="flex flex-col">
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            isAmongDone={task.completed}
            saysDone
            isLeaving={false}
            timeZone={timeZone}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          size="sm"
          variant="plain"
          className="m-2 self-center"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </>
  );
};

export const FoundTasks = ({
  finding,
  setFinding,
  timeZone,
  onBack,
}: {
  /** What is looked for; it is kept while something else is shown. */
  finding: Finding;
  setFinding: (finding: Finding) => void;
  timeZone: string;
  onBack: () => void;
}) => {
  const deferred = useDeferredValue(finding);
  const field = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    field.current?.focus();
    // The words from before can be gone on with, or written over.
    field.current?.select();
  }, []);

  return (
    <section aria-label="Find tasks" className="flex flex-col">
      <div className="sticky top-0 z-[5] flex shrink-0 flex-col gap-2 bg-surface px-2 pt-2 pb-2">
        <div className="flex items-center gap-1">
          <Button size="sm" variant="plain" aria-label="Back to the lists" onClick={onBack}>
            <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          </Button>
          <input
            ref={field}
            type="search"
            dir="auto"
            value={finding.words}
            aria-label="Words in title or note"
            placeholder="Find in all tasks…"
            autoComplete="off"
            enterKeyHint="search"
            maxLength={200}
            onChange={({ target }) => setFinding({ ...finding, words: target.value })}
            onKeyDown={({ key }) => {
              if (key === "Escape" && finding.words === "") onBack();
            }}
            className="h-9 w-full min-w-0 rounded-control border border-line-strong bg-raised px-3 text-14 text-ink placeholder:text-ink-soft focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 pointer-coarse:h-11 pointer-coarse:text-[16px]"
          />
        </div>
        <div className="flex gap-2">
          <Choice
            aria-label="Due"
            value={finding.due}
            onChange={({ target }) =>
              setFinding({ ...finding, due: target.value as Finding["due"] })
            }
          >
            {FIND_DUE.map((due) => (
              <option key={due} value={due}>
                {DUE_WORDS[due]}
              </option>
            ))}
          </Choice>
          <Choice
            aria-label="Order"
            value={finding.sort}
            onChange={({ target }) =>
              setFinding({ ...finding, sort: target.value as Finding["sort"] })
            }
          >
            {FIND_SORT.map((sort) => (
              <option key={sort} value={sort}>
                {SORT_WORDS[sort]}
              </option>
            ))}
          </Choice>
        </div>
      </div>
      <Results finding={deferred} timeZone={timeZone} />
    </section>
  );
};
