"use client";
/** The rows of one tab, what stands there when there are none, and more of them as one scrolls. */
import clsx from "clsx";
import { CalendarDays, CircleCheck, ListTodo } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { PanelTab, TaskGroup } from "./panel-tabs";
import { TaskRow } from "./task-row";
import { useFlip } from "./use-flip";

/** What the list needs of its query. */
type ListQuery = {
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
};

const More = ({ list }: { list: ListQuery }) => {
  const mark = useRef<HTMLDivElement>(null);
  const { isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;

  useEffect(() => {
    const element = mark.current;
    // After a failure the person decides.
    if (!element || isFetchingNextPage || isFetchNextPageError) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) fetchNextPage();
      },
      { rootMargin: "400px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  return (
    <div ref={mark} className="flex h-11 items-center justify-center gap-2 text-13 text-ink-soft">
      {isFetchNextPageError ? (
        <Button size="sm" variant="plain" onClick={() => fetchNextPage()}>
          Try to load more
        </Button>
      ) : (
        "Loading more…"
      )}
    </div>
  );
};

const EMPTY: Record<PanelTab, { title: string; words: string }> = {
  today: { title: "Nothing due today", words: "Enjoy it, or look at what is upcoming." },
  upcoming: { title: "Nothing planned", words: "Tasks with a date after today stand here." },
  all: { title: "Nothing to do yet", words: "Add a task above, or say it in the chat." },
  done: { title: "Nothing done yet", words: "What you tick off is kept here." },
};
const ALL_DONE = { title: "All done", words: "There is nothing left on your list." };

const Empty = ({ tab, anyDone }: { tab: PanelTab; anyDone: boolean }) => {
  const { title, words } = tab === "all" && anyDone ? ALL_DONE : EMPTY[tab];
  const Icon =
    tab === "all" && !anyDone ? ListTodo : tab === "upcoming" ? CalendarDays : CircleCheck;
  return (
    <EmptyState icon={<Icon className="size-6" />} title={title}>
      {words}
    </EmptyState>
  );
};

const Group = ({
  group,
  tab,
  leaving,
  timeZone,
}: {
  group: TaskGroup;
  tab: PanelTab;
  leaving: ReadonlySet<number>;
  timeZone: string;
}) => {
  const rows = useRef<HTMLUListElement>(null);
  const id = useId();
  const { heading, overdue, tasks } = group;
  useFlip(rows, tasks.map((task) => task.id).join());

  return (
    <div className={heading === null ? undefined : "mb-3"}>
      {heading !== null && (
        <h3
          id={id}
          className={clsx(
            "px-3 pt-1 pb-1 text-12 font-medium",
            overdue ? "text-overdue" : "text-ink-soft",
          )}
        >
          {heading}
        </h3>
      )}
      <ul
        ref={rows}
        aria-labelledby={heading === null ? undefined : id}
        className="relative flex flex-col overflow-x-clip"
      >
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            isAmongDone={tab === "done"}
            isLeaving={tab !== "done" && leaving.has(task.id)}
            timeZone={timeZone}
          />
        ))}
      </ul>
    </div>
  );
};

export const TaskList = ({
  tab,
  groups,
  leaving,
  list,
  hasMore,
  anyDone,
  timeZone,
}: {
  tab: PanelTab;
  groups: readonly TaskGroup[];
  leaving: ReadonlySet<number>;
  list: ListQuery;
  /** More of them may come with the list's next page. */
  hasMore: boolean;
  anyDone: boolean;
  timeZone: string;
}) => {
  const isEmpty = groups.every(({ tasks }) => tasks.length === 0);
  if (isEmpty && !hasMore) return <Empty tab={tab} anyDone={anyDone} />;
  return (
    <>
      {groups.map((group) => (
        <Group key={group.key} group={group} tab={tab} leaving={leaving} timeZone={timeZone} />
      ))}
      {hasMore && <More list={list} />}
    </>
  );
};
