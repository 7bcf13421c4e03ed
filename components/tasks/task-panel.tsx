"use client";
/**
 * The task panel: a field that adds, what is to do, what is done. It shows the assistant's changes as they happen.
 * The app's layout renders it once, beside every page; `initial` is what the server loaded by `TASK_LISTS`.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Tabs } from "@/components/ui/tabs";
import { AddTask } from "./add-task";
import { taskListOptions, tasksOf, type TaskListData } from "./task-cache";
import { TaskList } from "./task-list";
import type { TaskLists, TaskPage, TaskTab } from "./task-lists";
import { useLeaving } from "./use-leaving";

type TaskPanelProps = {
  initial: TaskLists;
  /** The person's IANA zone. */
  timeZone: string;
};

const asData = (page: TaskPage): TaskListData => ({ pages: [page], pageParams: [null] });

/** "7", or "100+" where more can be loaded. */
export const countOf = (tasks: readonly unknown[], hasMore: boolean): string =>
  `${tasks.length}${hasMore ? "+" : ""}`;

export const TaskPanel = ({ initial, timeZone }: TaskPanelProps) => {
  const [tab, setTab] = useState<TaskTab>("pending");
  const pending = useInfiniteQuery({
    ...taskListOptions("pending"),
    initialData: () => asData(initial.pending),
  });
  const completed = useInfiniteQuery({
    ...taskListOptions("completed"),
    initialData: () => asData(initial.completed),
  });
  const lists = { pending, completed };
  const tasks = { pending: tasksOf(pending.data), completed: tasksOf(completed.data) };
  const toDo = tasks.pending.filter((task) => !task.completed);
  const leaving = useLeaving(pending.data);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 px-3 pe-14 pt-[max(0.75rem,env(safe-area-inset-top))] lg:pe-3">
        <AddTask onAdd={() => setTab("pending")} />
      </div>
      <Tabs
        label="Tasks"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: "pending", label: "To do", count: countOf(toDo, pending.hasNextPage) },
          {
            id: "completed",
            label: "Done",
            count: countOf(tasks.completed, completed.hasNextPage),
          },
        ]}
        listClassName="shrink-0 px-3 py-2"
        panelClassName="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-1 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
      >
        <TaskList
          key={tab}
          tab={tab}
          tasks={tasks[tab]}
          leaving={leaving}
          list={lists[tab]}
          anyDone={tasks.completed.length > 0}
          timeZone={timeZone}
        />
      </Tabs>
    </div>
  );
};
