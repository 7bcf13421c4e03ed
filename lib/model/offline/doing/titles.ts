/**
 * From the words of a title to the tasks that they mean: exactly, then more and more loosely, then as a question.
 */
import { matchTitles, wordsOf } from "@/lib/tasks/match";
import { byFilter, inOrder, statusFor, withStatus } from "./filters";
import { looselyBy } from "./likeness";
import type { Change, Target } from "../commands";
import type { DueAt } from "../words/due";
import { SPELLINGS } from "../english/spellings";
import { REMARK } from "../english/asides";
import { OTHER } from "../english/references";
import { referenceOf } from "../reading/targets";
import { focusOf, type ListedTask, type PastTurn } from "../history";

export type Found =
  | { kind: "tasks"; tasks: ListedTask[] }
  /** Several fit; `several` is what they were asked by. */
  | { kind: "which"; tasks: ListedTask[]; asked: string }
  /** One is alike, but not surely meant. */
  | { kind: "perhaps"; tasks: ListedTask[]; asked: string }
  | { kind: "none"; asked: string; numbers?: number[] };

export type Scene = {
  tasks: readonly ListedTask[];
  /** How many tasks there are beyond those; a number among them is left to the tool. */
  more?: number;
  /** The turns before this one. */
  past: readonly PastTurn[];
  /** Tasks that the message itself has dealt with so far: what "it" means first. */
  recent: readonly number[];
  /** Tasks that were asked about: their titles count before all others. */
  scope?: readonly ListedTask[];
  at: DueAt;
};

const byTitle = (
  whole: string,
  tasks: readonly ListedTask[],
  change: Change | "look",
): ListedTask[] => {
  const status = statusFor(change);
  if (status) {
    const preferred = tasks.filter((task) => task.status === status);
    const found = matchTitles(whole, preferred, { near: false });
    if (found.length > 0) return found;
  }
  return matchTitles(whole, tasks);
};

/** The words with common misspellings and short forms written out. */
const respelt = (text: string): string =>
  text
    .split(" ")
    .map((word) => SPELLINGS.get(word.toLowerCase()) ?? word)
    .join(" ");

export const titleTarget = (
  target: Extract<Target, { kind: "title" }>,
  scene: Scene,
  change: Change | "look",
  several: (parts: readonly Target[]) => Found,
): Found => {
  const { whole, parts } = target;
  const other = OTHER.exec(whole)?.[1];
  if (other !== undefined && matchTitles(whole, scene.tasks, { near: false }).length === 0) {
    const dealt = scene.recent.length > 0 ? scene.recent : (focusOf(scene.past)?.ids ?? []);
    const tasks = scene.tasks.filter((task) => !dealt.includes(task.task_id));
    if (tasks.length < scene.tasks.length)
      return titleTarget(
        { ...target, whole: other, parts: [] },
        { ...scene, tasks },
        change,
        several,
      );
  }
  if (scene.scope) {
    const scoped = byTitle(whole, scene.scope, change);
    if (scoped.length === 1) return { kind: "tasks", tasks: scoped };
  }
  const found = byTitle(whole, scene.tasks, change);
  if (found.length === 1) return { kind: "tasks", tasks: found };
  if (found.length > 1) return { kind: "which", tasks: found, asked: whole };
  if (parts.length > 0) {
    const each = several(parts);
    if (each.kind === "tasks" || each.kind === "which") return each;
  }
  const described = target.filter
    ? byFilter(withStatus(target.filter, change), scene.tasks, scene.at)
    : [];
  if (described.length === 1) return { kind: "tasks", tasks: described };
  if (described.length > 1) return { kind: "which", tasks: inOrder(described), asked: whole };
  // "the swimming lessons thing we're not doing it anymore", "movie nite"
  for (const other of [whole.replace(REMARK, ""), respelt(whole)]) {
    if (other === whole || other === "") continue;
    const again = titleTarget(
      { ...target, whole: referenceOf(other), parts: [] },
      scene,
      change,
      several,
    );
    if (again.kind === "tasks" || again.kind === "which") return again;
  }
  const status = statusFor(change);
  const careful = change === "delete";
  const open = status ? scene.tasks.filter((task) => task.status === status) : scene.tasks;
  for (const tasks of [open, scene.tasks]) {
    const { sure, alike } = looselyBy(whole, tasks, careful);
    if (sure.length === 1) return { kind: "tasks", tasks: sure };
    if (sure.length > 1) return { kind: "which", tasks: sure, asked: whole };
    if (alike.length > 0) return { kind: "perhaps", tasks: alike.slice(0, 5), asked: whole };
  }
  return { kind: "none", asked: whole };
};

/** Words that a title search finds just these tasks by, as the tools search; undefined where there are none. */
export const sharedTitle = (
  { tasks: candidates, asked }: Extract<Found, { kind: "which" }>,
  tasks: readonly ListedTask[],
  change: Change,
): string | undefined => {
  const titles = candidates.map((task) => wordsOf(task.title));
  const shared = wordsOf(asked).filter((word) => titles.every((words) => words.includes(word)));
  return [asked, shared.join(" ")].find((words) => {
    if (words === "") return false;
    const found = byTitle(words, tasks, change);
    return found.length === candidates.length && found.every((task) => candidates.includes(task));
  });
};
