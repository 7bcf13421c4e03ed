/**
 * "The other one", "the remaining three", "the rest": what is left of what was spoken of, when what has been dealt with
 * since is taken away.
 */
import type { Change, Target } from "../commands";
import { inOrder, statusFor } from "./filters";
import { changedIn, type ListedTask, listOf } from "../history";
import type { Found, Scene } from "./titles";

/** What was shown longer ago is spoken of no more. */
const LONGEST_AGO = 8;

/**
 * The tasks that were spoken of together last, and what the turns behind have dealt with: a list that was shown, or
 * several that one turn changed, of which a later one dealt with some.
 */
const spokenOf = ({ past, recent }: Scene): { shown: number[] | undefined; dealt: number[] } => {
  const dealt: number[] = [...recent];
  for (const turn of past.slice(-LONGEST_AGO).toReversed()) {
    const changed = changedIn(turn);
    const shown = listOf([turn]);
    const some = changed.length === 0 || changed.some((id) => dealt.includes(id));
    if (shown && some) return { shown, dealt };
    dealt.push(...changed);
  }
  return { shown: undefined, dealt };
};

/** The tasks that "the others" mean. */
export const otherTasks = (
  { many, count }: Extract<Target, { kind: "other" }>,
  scene: Scene,
  change: Change | "look",
): Found => {
  const pending = inOrder(scene.tasks.filter(({ status }) => status === "pending"));
  const only = (tasks: readonly ListedTask[]): Found => {
    const wrong = many ? count !== undefined && tasks.length !== count : tasks.length > 1;
    if (tasks.length === 0) return { kind: "none", asked: "" };
    return wrong
      ? { kind: "which", tasks: [...tasks], asked: "" }
      : { kind: "tasks", tasks: [...tasks] };
  };
  const status = statusFor(change);
  const among = (ids: readonly number[]) =>
    ids.flatMap((id) => scene.tasks.filter((task) => task.task_id === id));
  const { recent } = scene;
  const { dealt, ...spoken } = spokenOf(scene);
  // "Mark today's as done and move the rest to Monday" means all the rest, where those were not among what was shown.
  const apart = !recent.every((id) => spoken.shown?.includes(id));
  const shown = apart ? undefined : spoken.shown;
  const all = shown ?? pending.map(({ task_id }) => task_id);
  const left = among(all).filter(
    (task) =>
      !dealt.includes(task.task_id) && (!status || task.status === status || all.length === 1),
  );
  // Of all that there is, "the others" are meant only where their number is right or some were dealt with.
  const told = shown !== undefined || count !== undefined || !many || recent.length > 0;
  if (!told || (dealt.length === 0 && left.length > 1)) return { kind: "none", asked: "" };
  return only(left);
};
