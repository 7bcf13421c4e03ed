"use client";
/**
 * The task panel: a field that adds, what is due, to come, to do at all, and done. It shows the assistant's changes as they happen.
 * The app's layout renders it once, beside every page; `initial` is what the server loaded by `TASK_LISTS`.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Search, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useNow } from "@/components/shell/use-now";
import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import { AddTask } from "./add-task";
import { taskListOptions, tasksOf, type TaskListData } from "./task-cache";
import { firstTab, groupTasks, isOn, mayHaveMore, type PanelTab } from "./panel-tabs";
import { TaskList } from "./task-list";
import { FIND_ALL, type TaskLists, type TaskPage } from "./task-lists";
import { useLeaving } from "./use-leaving";
import { useTitleCount } from "./use-title-count";

const DeletedTasks = dynamic(
  () => import("./deleted-tasks").then((module) => module.DeletedTasks),
  {
    ssr: false,
  },
);

const FoundTasks = dynamic(() => import("./found-tasks").then((module) => module.FoundTasks), {
  ssr: false,
});

type TaskPanelProps = {
  initial: TaskLists;
  /** The person's IANA zone. */
  timeZone: string;
  /** When the server made the page: both sides must agree on what "Today" is. */
  renderedAt: string;
};

const asData = (page: TaskPage): TaskListData => ({ pages: [page], pageParams: [null] });

/** "7", or "100+" where more can be loaded. */
export const countOf = (tasks: readonly unknown[], hasMore: boolean): string =>
  `${tasks.length}${hasMore ? "+" : ""}`;

const LABELS: Record<PanelTab, string> = {
  today: "Today",
  upcoming: "Upcoming",
  all: "All",
  done: "Done",
};
const LIST =
  "relative flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-1 pb-[max(0.75rem,env(safe-area-inset-bottom))]";
const TABS = Object.keys(LABELS) as PanelTab[];

export const TaskPanel = ({ initial, timeZone, renderedAt }: TaskPanelProps) => {
  const at = { now: useNow(renderedAt), timeZone };
  const [tab, setTab] = useState(() => firstTab(initial.pending.tasks, at));
  /** What is shown in the tab's place. */
  const [instead, setInstead] = useState<"found" | "deleted" | null>(null);
  const [finding, setFinding] = useState(FIND_ALL);
  const finder = useRef<HTMLButtonElement>(null);
  const bin = useRef<HTMLButtonElement>(null);
  const back = () => {
    flushSync(() => setInstead(null));
    (instead === "deleted" ? bin : finder).current?.focus();
  };
  const choose = (next: PanelTab) => {
    setTab(next);
    setInstead(null);
  };
  const pending = useInfiniteQuery({
    ...taskListOptions("pending"),
    initialData: () => asData(initial.pending),
  });
  const completed = useInfiniteQuery({
    ...taskListOptions("completed"),
    initialData: () => asData(initial.completed),
  });
  const listed = tasksOf(pending.data);
  const done = tasksOf(completed.data);
  const leaving = useLeaving(pending.data);

  const tasksOn = (each: PanelTab) =>
    each === "done" ? done : listed.filter((task) => isOn(each, task, at));
  const hasMore = (each: PanelTab) =>
    each === "done"
      ? completed.hasNextPage
      : pending.hasNextPage && mayHaveMore(each, listed.at(-1), at);
  const counted = (each: PanelTab) =>
    countOf(
      tasksOn(each).filter((task) => each === "done" || !task.completed),
      hasMore(each),
    );
  useTitleCount(counted("all"));

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 px-3 pe-14 pt-[max(0.75rem,env(safe-area-inset-top))] lg:pe-3">
        <AddTask
          timeZone={timeZone}
          // It is shown where it came to stand.
          onAdded={(task) => choose(isOn(tab, task, at) ? tab : "all")}
        />
      </div>
      {instead === "found" ? (
        // No tab stands for what is found: it is looked for among all tasks.
        <div className={LIST}>
          <FoundTasks finding={finding} setFinding={setFinding} timeZone={timeZone} onBack={back} />
        </div>
      ) : (
        <Tabs
          label="Tasks"
          value={tab}
          onChange={choose}
          tabs={TABS.map((id) => ({ id, label: LABELS[id], count: counted(id) }))}
          listClassName="shrink-0 overflow-x-auto px-3 py-2 [scrollbar-width:none] gap-0.5! *:px-2!"
          panelClassName={LIST}
        >
          {instead === "deleted" && <DeletedTasks timeZone={timeZone} onBack={back} />}
          {instead === null && (
            <TaskList
              key={tab}
              tab={tab}
              groups={groupTasks(tab, tasksOn(tab), at)}
              leaving={leaving}
              list={tab === "done" ? completed : pending}
              hasMore={hasMore(tab)}
              anyDone={done.length > 0}
              timeZone={timeZone}
            />
          )}
        </Tabs>
      )}
      {instead === null && (
        <div className="flex shrink-0 border-t border-line px-2 py-1 pb-[max(0.25rem,env(safe-area-inset-bottom))]">
          <Button ref={finder} size="sm" variant="plain" onClick={() => setInstead("found")}>
            <Search aria-hidden="true" className="size-4" />
            Find tasks
          </Button>
          {tab === "done" && (
            <Button ref={bin} size="sm" variant="plain" onClick={() => setInstead("deleted")}>
              <Trash2 aria-hidden="true" className="size-4" />
              Deleted tasks
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
