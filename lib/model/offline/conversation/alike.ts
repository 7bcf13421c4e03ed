/**
 * One more of what was added last: "same for the electrician", behind "call the plumber tomorrow", is to call the
 * electrician tomorrow; "eggs too", behind "buy milk", is to buy eggs.
 */
import { capitalised } from "@/lib/tasks/capitalised";
import { adding } from "../reading/adding";
import { isStatement } from "../words/asides";
import { isRecord } from "./before";
import type { Command, NewTask } from "../commands";
import type { DueAt } from "../words/due";
import { KEPT_BEHIND, PARTICLES } from "../english/ellipsis";
import { COMPOUND_HEADS, SHARED_VERB, SHARED_WITH_ARTICLE, SHOPPING } from "../english/joining";
import { TASK_VERBS } from "../english/verbs";
import type { PastTurn } from "../history";
import { stripped } from "../words/polite";
import { type Span, textOf, tokenise, wordsIn } from "../words/tokens";

/** How more of the same is asked for: as the same (`by` what word: "for", "with"), or as one more thing. */
export type Alike = { alike: boolean; too: boolean; by: string };

/** What a turn added, where it was one thing. */
const addedBefore = (past: readonly PastTurn[]): Partial<NewTask> & { title: string } => {
  const added = past.at(-1)?.ran.filter(({ tool }) => tool === "add_task") ?? [];
  const last = added.at(-1)?.arguments;
  const args = isRecord(last) ? last : {};
  const { title, due, priority } = args as Partial<NewTask>;
  const one = added.length === 1;
  return {
    title: title ?? "",
    ...(one && due ? { due } : {}),
    ...(one && priority ? { priority } : {}),
  };
};

const ARTICLE = /^(?:the|my|our|a|an)\s+/i;

const isThingToDo = (title: string): boolean => {
  const words = wordsIn(tokenise(title));
  return words.length > 1 && TASK_VERBS.has(words[0] ?? "") && !COMPOUND_HEADS.has(words[1] ?? "");
};

const lowered = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A title with another object: "Call the plumber about the tap" and "electrician" make "Call electrician about the tap". */
const withObject = (title: string, object: string, by: string): string => {
  const words = title.split(" ");
  const isVerbal = TASK_VERBS.has(wordsIn(tokenise(title))[0] ?? "");
  // "Book a table for Anna", and the same for Ben
  const least = isVerbal ? 1 : 0;
  const place = words.findLastIndex((word, index) => index > least && word.toLowerCase() === by);
  if (place > 0) return [...words.slice(0, place + 1), object].join(" ");
  if (!isVerbal) return object.replace(ARTICLE, "");
  const from = PARTICLES.has(words[1] ?? "") && words.length > 2 ? 2 : 1;
  const behind = words.findIndex(
    (word, index) => index > from && KEPT_BEHIND.has(word.toLowerCase()),
  );
  return [...words.slice(0, from), object, ...(behind < 0 ? [] : words.slice(behind))].join(" ");
};

/** Whether one more thing is done by the same verb, though nothing says so: "the electrician too". */
const sharesVerb = (title: string, said: string): boolean =>
  SHOPPING.test(title) ||
  (SHARED_VERB.test(title) && /^(?:the|my|our)\s|^\p{Lu}/u.test(said)) ||
  (SHARED_WITH_ARTICLE.test(title) && /^(?:the|my|our)\s/i.test(said));

/** What is to be added besides; null where the words are nothing to add. */
export const addMore = (
  rest: Span,
  past: readonly PastTurn[],
  at: DueAt,
  { alike, too, by }: Alike,
): Command[] | null => {
  const span = stripped(rest);
  // "Mum says she will come too"
  if (isStatement(span)) return null;
  const command = adding(span, at);
  if (command.kind !== "add") return null;
  const { title, ...fields } = addedBefore(past);
  const said = textOf(span);
  const [article = ""] = ARTICLE.exec(said) ?? [];
  const [only, another] = command.tasks;
  const kept = alike || (too && !another && sharesVerb(title, said)) ? fields : {};
  if (!alike && !sharesVerb(title, said)) return [command];
  const shopping = SHOPPING.test(title) && !alike;
  const tasks = command.tasks.map((task): NewTask => {
    if (article === "" && isThingToDo(task.title)) return { ...kept, ...task };
    const name = /^\p{Lu}/u.test(said) ? task.title : lowered(task.title);
    const object = task === only && !shopping ? `${article.toLowerCase()}${name}` : name;
    const made = shopping ? `${title.split(" ")[0] ?? ""} ${name}` : withObject(title, object, by);
    return { ...kept, ...task, title: capitalised(made) };
  });
  return [{ kind: "add", tasks }];
};
