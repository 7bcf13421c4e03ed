"use client";
/** The tasks that were deleted lately, the latest first: by whom, when, and the way back. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowLeft, Trash2 } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { useTimeLocale } from "@/components/shell/use-time-locale";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Change } from "@/lib/tasks/schema";
import { actorOf } from "./change-words";
import { deletedTasksOptions } from "./ledger";
import { openedTask } from "./opened-task";
import { whenWords } from "./task-history";
import { useUndoChange } from "./use-undo";

const DAYS = 30;

const Row = ({ deletion, timeZone }: { deletion: Change; timeZone: string }) => {
  const [problem, setProblem] = useState<string | null>(null);
  const undo = useUndoChange(setProblem);
  const timeLocale = useTimeLocale();
  const row = useRef<HTMLLIElement>(null);
  const title = deletion.before?.title ?? "";

  useLayoutEffect(() => {
    const element = row.current;
    // A row that leaves with the focus in it hands it on.
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const next = element.nextElementSibling ?? element.previousElementSibling;
      const restore = next?.querySelector<HTMLElement>("[data-restore]");
      const back = element.closest("[data-deleted]")?.querySelector("button");
      (restore ?? back)?.focus();
    };
  }, []);

  return (
    <li ref={row} className="rounded-control py-1.5 ps-3 pe-1">
      <div className="flex items-start gap-2">
        <button
          type="button"
          onClick={() => openedTask.set(deletion.task_id)}
          className="group min-w-0 flex-1 rounded-control text-start"
        >
          <span className="flex items-baseline gap-2">
            <span
              dir="auto"
              className="line-clamp-2 flex-1 text-14 [overflow-wrap:anywhere] text-ink group-hover:underline"
            >
              {title}
            </span>
            <span className="shrink-0 text-12 text-ink-soft tabular-nums">
              <span className="sr-only">Show task </span>
              {deletion.task_id}
            </span>
          </span>
          <span className="mt-0.5 block text-12 text-ink-soft">
            {actorOf(deletion)} ·{" "}
            <time dateTime={deletion.created_at}>
              {whenWords(deletion.created_at, new Date(), timeZone, timeLocale)}
            </time>
          </span>
        </button>
        <Button
          data-restore
          size="sm"
          variant="plain"
          className="text-accent-ink!"
          aria-label={`Restore ${title}`}
          busy={undo.busy}
          onClick={() => undo.run(deletion)}
        >
          Restore
        </Button>
      </div>
      {problem !== null && (
        <p role="alert" className="text-12 text-danger">
          {problem}
        </p>
      )}
    </li>
  );
};

export const DeletedTasks = ({ timeZone, onBack }: { timeZone: string; onBack: () => void }) => {
  const list = useInfiniteQuery(deletedTasksOptions);
  const deletions = list.data?.pages.flatMap(({ changes }) => changes);
  const back = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    back.current?.focus();
  }, []);

  return (
    <div data-deleted className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-center gap-1 ps-1 pe-3">
        <Button ref={back} size="sm" variant="plain" aria-label="Back to done" onClick={onBack}>
          <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          Deleted
        </Button>
        <p className="ms-auto text-12 text-ink-soft">Kept for {DAYS} days</p>
      </div>
      {list.isError && (
        <EmptyState
          title="The deleted tasks could not be loaded"
          action={
            <Button size="sm" onClick={() => void list.refetch()}>
              Try again
            </Button>
          }
        />
      )}
      {list.isPending && <p className="px-3 py-3 text-13 text-ink-soft">Loading…</p>}
      {deletions?.length === 0 && (
        <EmptyState icon={<Trash2 className="size-6" />} title="Nothing deleted">
          Tasks that are deleted can be brought back from here.
        </EmptyState>
      )}
      <ul aria-label="Deleted tasks" className="flex flex-col">
        {deletions?.map((deletion) => (
          <Row key={deletion.id} deletion={deletion} timeZone={timeZone} />
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
    </div>
  );
};
