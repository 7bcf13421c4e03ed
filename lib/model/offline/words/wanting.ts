/**
 * A line in which something is wanted, in plainer words: "…, both tomorrow" holds for all before it, "there's the car
 * tax that I need to pay" is "I need to pay the car tax".
 */
import { findDue, resolveDue, wholeDue, type DueAt } from "./due";
import { DAY_FIRST, DAY_WITHIN, NO_DAYS, NOT_BEFORE_DAY } from "../english/days";
import {
  APPOSED,
  BEGUN,
  BOTH_BEHIND,
  GOT,
  MEANT_FOR,
  HAVING,
  NOTE_ALL,
  NOTED,
  PASSIVE,
  RELATIVE,
  RELATIVE_MARKS,
  STRANDED,
  TASK_DEEDS,
  THANKS_BEHIND,
  WANTING,
} from "../english/wanting";
import { NOUN_VERBS, TASK_VERBS, verbOfPast } from "../english/verbs";
import { outsideQuotes } from "./plain";
import { wholePriority } from "./priorities";
import type { Priority } from "@/lib/tasks/schema";

const JOINED = /,|&|\+|\b(?:and|plus|then)\b/i;

/** "wash the car and clean the boots both tomorrow", but "wash and iron both tomorrow" */
const APART = /\band\s+\S+\s+\S.*$/i;

/** What is said of all the things before it, and what follows it. */
export type Apposed = {
  head: string;
  due?: string;
  priority?: Priority;
  said: string;
  tail: string;
};

/** A date, or a priority, and a clause of its own behind it: "tomorrow, and delete the report". */
const GOES_ON =
  /^(.{2,40}?)(?:[\s,]*[,.;]\s*|\s+(?=and\s|then\s))(?:(?:and|then|also)\s+)*(?=\p{L}+\s+\S)/iu;

/** "pay the nursery and phone the tax office, both tomorrow"; null where nothing is said of both. */
export const apposed = (line: string, at: DueAt): Apposed | null => {
  if (!/\b(?:both|each|all)\b/i.test(line)) return null;
  for (const found of [...line.matchAll(APPOSED)].reverse()) {
    const head = line.slice(0, found.index);
    const marked = /[,;:.–—-]/.test(found[0]);
    if (!JOINED.test(head) || !(marked || APART.test(head))) continue;
    const rest = line.slice(found.index + found[0].length).replace(THANKS_BEHIND, "");
    const [lead = "", first = ""] = GOES_ON.exec(rest) ?? [];
    for (const [said, tail] of [[rest, ""], ...(lead ? [[first, rest.slice(lead.length)]] : [])]) {
      if (said === undefined || tail === undefined) continue;
      const due = wholeDue(said.replace(/^due\s+/i, ""), at);
      if (due) return { head, due, said, tail };
      const priority = marked ? wholePriority(said) : null;
      if (priority) return { head, priority, said, tail };
    }
  }
  return null;
};

/** "milk and eggs, add both please" */
const withoutNoting = (line: string): string => {
  const said = /\b(?:both|all)\b/i.test(line) ? NOTE_ALL.exec(line)?.[1] : undefined;
  if (said === undefined) return line;
  const head = said.replace(/[\s,;.!–—-]+$/, "");
  const [first = "", second = ""] = head.toLowerCase().split(/\s+/);
  const noun = NOUN_VERBS.has(first.replace(/,$/, "")) && /^(?:and|&|)$/.test(second);
  return BEGUN.test(head) || (TASK_VERBS.has(first) && !noun) ? head : `add ${head}`;
};

/** "mark the rent and the milk as done, both" */
const withoutBothBehind = (line: string): string =>
  /^(?:please\s+)?(?:mark|delete|remove|complete|tick|move|cancel|reopen)\b/i.test(line) &&
  JOINED.test(line)
    ? line.replace(BOTH_BEHIND, "")
    : line;

/** "The florist has to be paid by friday": somebody is to pay. */
const withoutPassive = (line: string, at: DueAt): string => {
  if (!/\bbe\b/i.test(line)) return line;
  const [, before = "", thing = "", past = "", particle = "", rest = ""] = PASSIVE.exec(line) ?? [];
  const verb = TASK_DEEDS.has(past.toLowerCase()) ? undefined : verbOfPast(past.toLowerCase());
  const behind = rest.trim().replace(/[.!]+$/, "");
  if (!verb || PRONOUN.test(thing) || (behind !== "" && !wholeDue(behind, at))) return line;
  return `${before}I need to ${verb} ${particle} ${lowered(thing)} ${behind}`
    .replace(/\s+/g, " ")
    .trim();
};

const PRONOUN =
  /^(?:it|that|this|they|those|these|he|she|i|we|you|both|all|everything|what|which|who|task|number|#?\d+)\b|\b(?:and|task|one|ones)\b/i;

const lowered = (thing: string): string =>
  thing.replace(/^(?:The|A|An|My|Our|His|Her|Their|These|Those|Some)\b/, (word) =>
    word.toLowerCase(),
  );

/** "There's the car tax that I need to pay by Friday", "the cake, which I have to confirm, put it on my list" */
const withoutRelative = (line: string, at: DueAt): string => {
  if (!RELATIVE_MARKS.test(line)) return line;
  const [, lead = "", thing = "", said = "", tail = ""] = RELATIVE.exec(line) ?? [];
  // "The cake, which I have to confirm" alone asks for nothing.
  const asked = tail.replace(/[\s.!?]/g, "") === "" ? lead !== "" : tail.replace(NOTED, "") === "";
  if (thing === "" || !asked) return line;
  const found = findDue(said, at);
  const deed = (found ? said.slice(0, found.start) : said).trim();
  const due = found ? said.slice(found.start) : "";
  const words = deed.split(/\s+/);
  const [verb = ""] = words;
  if (verb === "" || words.length > 4 || /\b(?:is|are|was|were|be|do)\b/i.test(deed)) return line;
  const named = lowered(thing);
  const whole = words.length === 1 || STRANDED.has(words.at(-1)?.toLowerCase() ?? "");
  const wanted = whole ? `${deed} ${named}` : `${verb} ${named} ${words.slice(1).join(" ")}`;
  return `I need to ${wanted} ${due}`.trim();
};

/** "I've a parcel to post tomorrow": it is to be posted. */
const withoutHaving = (line: string, at: DueAt): string => {
  const [, thing = "", verb = "", rest = ""] = HAVING.exec(line) ?? [];
  if (!TASK_VERBS.has(verb.toLowerCase())) return line;
  const tail = rest.replace(NOTED, "");
  const found = findDue(tail, at);
  const words = (found ? tail.slice(0, found.start) : tail).trim().replace(/[.!]+$/, "");
  const behind = found ? tail.slice(found.start) : "";
  // "I have a man to fix the roof"
  if (words !== "" && !STRANDED.has(words.split(/\s+/)[0]?.toLowerCase() ?? "")) return line;
  return `I need to ${verb} ${thing} ${words} ${behind}`.replace(/\s+/g, " ").trim();
};

/** "got dentist tomorrow": what is still to come has not been got. */
const withoutGot = (line: string, at: DueAt): string => {
  const found = GOT.exec(line);
  if (!found || verbOfPast(line.slice(found[0].length).split(/\s/)[0] ?? "")) return line;
  const due = findDue(line, at);
  const lead = due?.words.split(/\s/)[0]?.toLowerCase() ?? "";
  const today = resolveDue("today", at)?.due_on;
  if (!due || !today || due.due.due_on <= today || MEANT_FOR.has(lead)) return line;
  return `I have ${line.slice(found[0].length)}`;
};

/** "monday dentist tuesday gym": a comma before each day but the first. */
const withDaysApart = (line: string): string => {
  if (!DAY_FIRST.test(line) || NO_DAYS.test(line.replace(/[.!\s]+$/, ""))) return line;
  const before = [...line.matchAll(DAY_WITHIN)].map(([, word = ""]) => word.toLowerCase());
  const apart = before.length > 0 && before.every((word) => !NOT_BEFORE_DAY.has(word));
  return apart ? line.replace(DAY_WITHIN, "$1, ") : line;
};

/** The line as the grammar knows it. */
export const wantingPlainly = (line: string, at: DueAt): string =>
  outsideQuotes(line, (text) => {
    const plain = WANTING.reduce(
      (said, { word, form, plain: words }) => (word.test(said) ? said.replace(form, words) : said),
      text,
    );
    const bare = withoutBothBehind(withoutNoting(plain));
    const having = withoutHaving(withoutRelative(bare, at), at);
    return withDaysApart(withoutGot(withoutPassive(having, at), at));
  });
