"use client";
/** The rows of one tab, what stands there when there are none, and more of them as one scrolls. */
import { CircleCheck, ListTodo } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Task } from "@/lib/tasks/schema";
import type { TaskTab } from "./task-lists";
import { TaskRow } from "./task-row";
import { useFlip } from "./use-flip";

/** What the list needs of its query. */
type ListQuery = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
};

const More = ({ list }: { list: ListQuery }) => {
  const mark = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;

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

  if (!hasNextPage) return null;
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

const Empty = ({ tab, anyDone }: { tab: TaskTab; anyDone: boolean }) => {
  if (tab === "completed") {
    return (
      <EmptyState icon={<CircleCheck className="size-6" />} title="Nothing done yet">
        What you tick off is kept here.
      </EmptyState>
    );
  }
  return anyDone ? (
    <EmptyState icon={<CircleCheck className="size-6" />} title="All done">
      There is nothing left on your list.
    </EmptyState>
  ) : (
    <EmptyState icon={<ListTodo className="size-6" />} title="Nothing to do yet">
      Add a task above, or say it in the chat.
    </EmptyState>
  );
};

export const TaskList = ({
  tab,
  tasks,
  leaving,
  list,
  anyDone,
  timeZone,
}: {
  tab: TaskTab;
  tasks: readonly Task[];
  leaving: ReadonlySet<number>;
  list: ListQuery;
  anyDone: boolean;
  timeZone: string;
}) => {
  const rows = useRef<HTMLUListElement>(null);
  useFlip(rows, tasks.map(({ id }) => id).join());

  if (tasks.length === 0 && !list.hasNextPage) return <Empty tab={tab} anyDone={anyDone} />;
  return (
    <>
      <ul ref={rows} className="relative flex flex-col overflow-x-clip">
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            tab={tab}
            isLeaving={tab === "pending" && leaving.has(task.id)}
            timeZone={timeZone}
          />
        ))}
      </ul>
      <More list={list} />
    </>
  );
};
