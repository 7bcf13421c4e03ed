/**
 * From what a phrase points at to the tasks themselves. Where more than one could be meant, or the likeness is only
 * partial, the answer is a question and never a guess.
 */
import { matchTitles, sameTitle } from "@/lib/tasks/match";
import { byFilter, inOrder, statusFor, withStatus } from "./filters";
import type { Change, Target } from "../commands";
import {
  addedIn,
  changedIn,
  type Focus,
  focusOf,
  listOf,
  type ListedTask,
  unseen,
} from "../history";
import { namedIn } from "./likeness";
import { otherTasks } from "./others";
import { type Found, type Scene, titleTarget } from "./titles";

const byWords = (
  target: Extract<Target, { kind: "title" }>,
  scene: Scene,
  change: Change | "look",
): Found => titleTarget(target, scene, change, (parts) => severalTargets(parts, scene, change));

const severalTargets = (
  targets: readonly Target[],
  scene: Scene,
  change: Change | "look",
): Found => {
  const tasks: ListedTask[] = [];
  for (const target of targets) {
    const found = resolve(target, scene, change);
    if (found.kind !== "tasks") return found;
    for (const task of found.tasks) if (!tasks.includes(task)) tasks.push(task);
  }
  return { kind: "tasks", tasks };
};

const byNumbers = (numbers: readonly number[], scene: Scene): Found => {
  const tasks = numbers.map(
    (number) =>
      scene.tasks.find((task) => task.task_id === number) ??
      ((scene.more ?? 0) > 0 && number > 0 ? unseen(number) : undefined),
  );
  const known = tasks.filter((task): task is ListedTask => task !== undefined);
  if (known.length === numbers.length) return { kind: "tasks", tasks: known };
  const missing = numbers.filter((number) => !known.some((task) => task.task_id === number));
  // "done with 1984": a number that is no task's may be a word of a title.
  if (numbers.length === 1) {
    const found = matchTitles(String(numbers[0]), scene.tasks, { near: false });
    if (found.length === 1 && String(numbers[0]).length > 2) return { kind: "tasks", tasks: found };
  }
  return {
    kind: "none",
    asked: missing.map((number) => `#${number}`).join(", "),
    numbers: missing,
  };
};

/** The index of a place; -1 for the middle of an even number of things. */
const placeIn = ({ length }: readonly unknown[], place: number): number => {
  if (place === 0) return length % 2 === 1 ? (length - 1) / 2 : -1;
  return place < 0 ? length + place : place - 1;
};

const byPlaces = (places: readonly number[], scene: Scene): Found => {
  const latest = focusOf(scene.past.slice(-1));
  // "First one's done", said of a list of one.
  const single = latest?.source === "shown" && latest.ids.length === 1 ? latest.ids : undefined;
  const shown =
    scene.scope?.map((task) => task.task_id) ??
    (places.every((place) => Math.abs(place) === 1) ? single : undefined) ??
    listOf(scene.past, Math.max(...places.map(Math.abs))) ??
    listOf(scene.past);
  const pending = scene.tasks.filter((task) => task.status === "pending");
  const order = shown ?? inOrder(pending).map((task) => task.task_id);
  const numbers = places.map((place) => order[placeIn(order, place)]);
  if (numbers.some((number) => number === undefined)) return { kind: "none", asked: "" };
  const found = byNumbers(
    numbers.filter((number): number is number => number !== undefined),
    scene,
  );
  if (shown || found.kind !== "tasks") return found;
  // Nothing was shown: only where the order by number says the same is it clear which is meant.
  const plain = pending.map((task) => task.task_id).sort((a, b) => a - b);
  const all = scene.tasks.map((task) => task.task_id).sort((a, b) => a - b);
  const same = places.every((place, index) =>
    [plain, all].every((ids) => ids[placeIn(ids, place)] === numbers[index]),
  );
  return same ? found : { kind: "which", tasks: inOrder(pending).slice(0, 10), asked: "" };
};

const byFocus = (focus: Focus | undefined, many: boolean, scene: Scene): Found => {
  const ids = scene.recent.length > 0 ? scene.recent : (focus?.ids ?? []);
  const tasks = ids
    .map((id) => scene.tasks.find((task) => task.task_id === id))
    .filter((task): task is ListedTask => task !== undefined);
  if (tasks.length === 0) return { kind: "none", asked: "" };
  if (many || tasks.length === 1) return { kind: "tasks", tasks };
  return { kind: "which", tasks, asked: "" };
};

/** "Those two", said of what two turns did, one each: the latest so many. */
const latestFew = (count: number, { past }: Scene): number[] | undefined => {
  const ids: number[] = [];
  for (const turn of past.toReversed()) {
    const changed = changedIn(turn).filter((id) => !ids.includes(id));
    if (changed.length === 0) break;
    ids.unshift(...changed);
    if (ids.length >= count) return ids.length === count ? ids : undefined;
  }
  return undefined;
};

const byPronoun = (
  { many, count = 0, all }: Extract<Target, { kind: "pronoun" }>,
  scene: Scene,
  change: Change | "look",
): Found => {
  const focus = focusOf(scene.past);
  const few = focus && focus.ids.length < count ? latestFew(count, scene) : undefined;
  // "All of them", behind a change of one, are those of the list before it.
  const every = all && !few && focus?.ids.length === 1 ? listOf(scene.past) : undefined;
  const ids = few ?? every;
  const known = ids ? { ids, source: "changed" as const } : focus;
  const found = byFocus(known, many, scene);
  // "Both", said of three
  if (found.kind === "tasks" && count > 1 && found.tasks.length > count)
    return { kind: "which", tasks: found.tasks, asked: "" };
  // "Tick all of them off", where nothing was spoken of yet.
  if (found.kind !== "none" || !all || change === "look") return found;
  const kept = byFilter(withStatus({ status: "all" }, change), scene.tasks, scene.at);
  return { kind: "tasks", tasks: inOrder(kept) };
};

/** The task that a clause names by the way; where it names none, the one that "it" means anyway. */
const byMention = (text: string, scene: Scene): Found => {
  const found = byWords({ kind: "title", whole: text, parts: [] }, scene, "look");
  if (found.kind === "tasks" || found.kind === "which") return found;
  if (found.kind === "perhaps" && found.tasks.length === 1)
    return { kind: "tasks", tasks: found.tasks };
  const { kind } = byFocus(focusOf(scene.past), false, scene);
  return kind === "none" && found.kind === "perhaps"
    ? found
    : byFocus(focusOf(scene.past), false, scene);
};

/** The task whose title is said within a clause, of those that such a change is about first. */
const byName = (
  { text, deed }: Extract<Target, { kind: "named" }>,
  scene: Scene,
  change: Change | "look",
): Found => {
  const status = statusFor(change);
  const open = scene.tasks.filter((task) => !status || task.status === status);
  for (const tasks of [open, scene.tasks]) {
    const { sure, alike } = namedIn(text, tasks, deed === true);
    if (sure.length === 1) return { kind: "tasks", tasks: sure };
    if (sure.length > 1) return { kind: "which", tasks: sure, asked: "" };
    if (alike.length > 0) return { kind: "perhaps", tasks: alike.slice(0, 5), asked: "" };
  }
  return { kind: "none", asked: "" };
};

/** The tasks that a target means. */
export const resolve = (target: Target, scene: Scene, change: Change | "look"): Found => {
  switch (target.kind) {
    case "numbers":
      return byNumbers(target.numbers, scene);
    case "places":
      return byPlaces(target.places, scene);
    case "pronoun":
      return byPronoun(target, scene, change);
    case "mentioned":
      return byMention(target.text, scene);
    case "named":
      return byName(target, scene, change);
    case "newest": {
      const focus = focusOf(scene.past);
      const listed = target.plain && focus?.source === "shown" ? focus.ids.at(-1) : undefined;
      const status = target.plain ? statusFor(change) : undefined;
      const fitting = scene.tasks.filter((task) => !status || task.status === status);
      const newest = Math.max(0, ...fitting.map((task) => task.task_id));
      return byNumbers([listed ?? addedIn(scene.past).at(-1) ?? newest], scene);
    }
    case "added": {
      const ids = addedIn(scene.past);
      const numbers = target.places.map((place) => ids.at(place < 0 ? place : place - 1));
      const known = numbers.filter((number): number is number => number !== undefined);
      return known.length === numbers.length
        ? byNumbers(known, scene)
        : { kind: "none", asked: "" };
    }
    case "other":
      return otherTasks(target, scene, change);
    case "filter": {
      const kept = byFilter(withStatus(target.filter, change), scene.tasks, scene.at);
      if (!target.except) return { kind: "tasks", tasks: inOrder(kept) };
      const except = resolve(target.except, scene, "look");
      if (except.kind !== "tasks") return except;
      const spared = new Set(except.tasks.map((task) => task.task_id));
      return { kind: "tasks", tasks: inOrder(kept.filter((task) => !spared.has(task.task_id))) };
    }
    case "same":
      return {
        kind: "tasks",
        tasks: sameTitle(
          target.title,
          scene.tasks.filter(({ status }) => status === "pending"),
        ),
      };
    case "title":
      return byWords(target, scene, change);
    case "several":
      return severalTargets(target.targets, scene, change);
  }
};
