/**
 * One thing out of a task of several: "scrap the cornflakes", of "Get milk and cornflakes for the caravan", leaves the
 * milk. The title loses that part; the task is neither done nor gone.
 */
import { wordsOf } from "@/lib/tasks/match";
import type { ChangeCommand } from "./applying";
import { HAS_TAIL, LISTED_OF, NAMES_TASK, TAIL_STARTS } from "../english/in-part";
import { TITLE_FILLERS } from "../english/references";
import { TASK_VERBS, verbOfPast } from "../english/verbs";
import type { ListedTask } from "../history";
import { alike } from "./likeness";

type Listing = { verb: string; items: readonly string[]; tail: string };

/** The verb of a title, the things that it is said of, and what is said of all of them; null where there is one thing. */
const listingOf = (title: string): Listing | null => {
  const verb = LISTED_OF.exec(title)?.[0];
  if (verb === undefined) return null;
  const rest = title.slice(verb.length);
  const tail = TAIL_STARTS.exec(rest)?.[0] ?? "";
  const items = rest
    .slice(0, rest.length - tail.length)
    .split(/\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/)
    .map((item) => item.trim());
  // "Buy milk for Tom and Ann" is about one thing.
  const plain = items.every(
    (item) => item !== "" && wordsOf(item).length <= 4 && !HAS_TAIL.test(item),
  );
  return items.length > 1 && plain ? { verb, items, tail } : null;
};

const enumerated = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;

const tellingWords = (text: string, verb: string): string[] =>
  wordsOf(text).filter(
    (word) => !TITLE_FILLERS.has(word) && !alike(verbOfPast(word) ?? word, verb.toLowerCase()),
  );

/** "Gas and water bills": what the last word names is meant of all of them. */
const withSharedNoun = ({ verb, items, tail }: Listing): Listing | null => {
  const [, last = "", noun = ""] = /^(.+)(\s\S+)$/.exec(items.at(-1) ?? "") ?? [];
  return last === "" ? null : { verb, items: [...items.slice(0, -1), last], tail: noun + tail };
};

const without = ({ verb, items, tail }: Listing, named: string): string | null => {
  const [first = ""] = wordsOf(verb);
  const behind = wordsOf(tail);
  const asked = tellingWords(named, first).filter(
    (word) => !behind.some((other) => alike(word, other)),
  );
  const isNamed = (item: string): boolean => {
    const words = wordsOf(item);
    return asked.some((word) => words.some((other) => alike(word, other)));
  };
  const kept = items.filter((item) => !isNamed(item));
  const gone = items.filter(isNamed).flatMap(wordsOf);
  const only = asked.every((word) => gone.some((other) => alike(word, other)));
  return asked.length > 0 && only && kept.length > 0 && kept.length < items.length
    ? `${verb}${enumerated(kept)}${tail}`
    : null;
};

/** The title without what was named of it; null where all of it was meant, or none of its things alone. */
export const titleWithout = (title: string, named: string): string | null => {
  const listing = listingOf(title);
  if (!listing) return null;
  const shared = withSharedNoun(listing);
  const [noun = ""] = wordsOf(shared?.tail ?? "");
  return shared && wordsOf(named).some((word) => alike(word, noun))
    ? without(shared, named)
    : without(listing, named);
};

/** "Change the paint to varnish", of "Buy paint and brushes": the brushes stay. */
const renamedInPart = (
  command: ChangeCommand,
  task: ListedTask,
  named: string,
): ChangeCommand | null => {
  const { title, part, keepsVerb, swaps: _, ...others } = command.fields;
  if (title === undefined || (part ?? keepsVerb) !== undefined) return null;
  const whole = TASK_VERBS.has(wordsOf(title)[0] ?? "") && wordsOf(title).length > 1;
  if (whole || titleWithout(task.title, named) === null) return null;
  const old = named.replace(LISTED_OF, "");
  return task.title.toLowerCase().includes(old.toLowerCase())
    ? {
        ...command,
        fields: {
          ...others,
          part: old,
          title: title.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
        },
      }
    : null;
};

/** What a change of one part of a task comes to; null where it is about the whole. */
export const inPart = (
  { change, target, fields, instead }: ChangeCommand,
  tasks: readonly ListedTask[],
  said: string,
): ChangeCommand | null => {
  const [task, another] = tasks;
  if (!task || another || task.status !== "pending" || target.kind !== "title") return null;
  if (change === "update")
    return renamedInPart({ kind: "change", change, target, fields }, task, target.whole);
  if ((change !== "delete" && change !== "complete") || instead) return null;
  // "Delete the bread task"
  if (NAMES_TASK.test(said)) return null;
  const title = titleWithout(task.title, target.whole);
  return title === null
    ? null
    : { kind: "change", change: "update", target, fields: { ...fields, title } };
};
