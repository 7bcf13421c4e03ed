"use client";
/** Tasks that were just completed: they stay in sight for a moment, then leave. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { settleTask, tasksOf, type TaskListData } from "./task-cache";

/** Long enough to see what was ticked, and to untick it. */
const HOLD_MS = 1600;
/** As long as the row's transition. */
const LEAVE_MS = 180;

/** The numbers of the tasks that are on their way out of `list`, the tasks to do. */
export const useLeaving = (list: TaskListData): ReadonlySet<number> => {
  const client = useQueryClient();
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>());
  const [leaving, setLeaving] = useState<ReadonlySet<number>>(new Set());

  useEffect(() => {
    const stay = (id: number) =>
      setLeaving((now) => new Set([...now].filter((other) => other !== id)));
    const leave = (id: number) => {
      setLeaving((now) => new Set([...now, id]));
      timers.current.set(
        id,
        setTimeout(() => {
          timers.current.delete(id);
          settleTask(client, id);
          stay(id);
        }, LEAVE_MS),
      );
    };
    const done = new Set(
      tasksOf(list)
        .filter((task) => task.completed)
        .map(({ id }) => id),
    );
    for (const id of done) {
      if (!timers.current.has(id))
        timers.current.set(
          id,
          setTimeout(() => leave(id), HOLD_MS),
        );
    }
    for (const [id, timer] of timers.current) {
      if (done.has(id)) continue;
      clearTimeout(timer);
      timers.current.delete(id);
      stay(id);
    }
  }, [client, list]);

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
      running.clear();
    };
  }, []);

  return leaving;
};
