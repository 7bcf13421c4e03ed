"use client";
/** How many tasks are to do, for the button that opens the panel where it is a drawer. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { taskListOptions, tasksOf } from "./task-cache";
import { countOf } from "./task-panel";

export const TaskCount = () => {
  // Only listens: the panel loads the list.
  const { data, hasNextPage } = useInfiniteQuery({
    ...taskListOptions("pending"),
    enabled: false,
  });
  if (!data) return null;
  const toDo = tasksOf(data).filter((task) => !task.completed);
  return <span className="tabular-nums">{countOf(toDo, hasNextPage)}</span>;
};
