/**
 * What is said first and pointed at afterwards: "everything due today, move it to tomorrow", "the first and the third,
 * get rid of them", "there is a typo in number 2, please rename it to …".
 */
import { adding, isImperative } from "./adding";
import { isStatement } from "../words/asides";
import { splitClauses } from "./clauses";
import type { Command, Target } from "../commands";
import { type DueAt, wholeDue } from "../words/due";
import { LOOKING } from "../english/clauses";
import { ASKING_WORDS } from "../english/questions";
import { AS_FOR, DROPPING, FAULTY, ITS, NAMING, POINTING, TELLING } from "../english/references";
import type { Read } from "./linking";
import { interpret } from "./interpret";
import type { Clause } from "./joining";
import { stripped } from "../words/polite";
import { wholePriority } from "../words/priorities";
import { readTarget } from "./targets";
import { type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";

/** Targets that no title is searched for. */
const isPlain = ({ kind }: Target): boolean => kind !== "title" && kind !== "mentioned";

const isAsked = (span: Span): boolean => {
  const [first = ""] = wordsIn(stripped(span));
  return (
    ASKING_WORDS.has(first) ||
    LOOKING.has(first) ||
    /^[\s]*\?/.test(span.source.slice(span.tokens.at(-1)?.end ?? 0))
  );
};

/** What a clause that only names something names; null where it does more, or is left to a search by its words. */
const namedBy = ({ span, command }: Read, many: boolean, at: DueAt): Target | null => {
  const named = command.kind === "fragment" || command.kind === "list" || command.kind === "look";
  if (!named || isAsked(span)) return null;
  const target = readTarget(stripped(span), at);
  if (isPlain(target)) return target;
  if (command.kind === "fragment" && (command.due ?? command.priority ?? command.aside))
    return null;
  return many && target.kind === "title" && target.parts.length > 1 ? target : null;
};

const MOST_WORDS = 8;

/** What stands before the first mark, and what stands behind it. */
const cutAtMark = (line: Span): { named: Span; mark: string; rest: Span } | null => {
  const at = line.tokens.findIndex(({ kind }) => kind === "mark" || kind === "break");
  const mark = line.tokens[at]?.word ?? "";
  if (at <= 0 || !/^(?:[,:–—-]|\.{2,}|…)$/.test(mark)) return null;
  const named = trimSpan(spanOf(line, 0, at));
  return wordsIn(named).length > MOST_WORDS
    ? null
    : { named, mark, rest: trimSpan(spanOf(line, at + 1)) };
};

/** `thing`: what is named, in the person's words, where it may be something new. */
type Front = { named: Target; rest: Span; thing?: string };

/** The words that a line names a task by before it says what is to be done with it; null where it begins otherwise. */
const namedFirst = (line: Span, at: DueAt): Front | null => {
  const cut = cutAtMark(line);
  if (!cut || !cut.rest.tokens.some(({ word }) => POINTING.has(word))) return null;
  const { mark, rest } = cut;
  const fault = FAULTY.exec(textOf(cut.named))?.[1];
  if (fault !== undefined) return { named: readTarget(tokenise(fault), at), rest };
  const about = AS_FOR.exec(textOf(cut.named))?.[0] ?? "";
  const span = about
    ? tokenise(textOf(cut.named).slice(about.length))
    : stripped(withoutAnd(cut.named));
  const [first = ""] = wordsIn(span);
  if (isAsked(span)) return null;
  const target = readTarget(span, at);
  // "The brochure can wait, make it low" tells something; "the one I added" names it.
  const tells = isStatement(span) || wordsIn(span).some((word) => TELLING.has(word));
  if (tells && /^(?:title|filter)$/.test(target.kind)) return null;
  if (target.kind === "title") {
    const given = about !== "" || mark === ":" || NAMING.has(first);
    if (!given || wholeDue(textOf(span), at) || wholePriority(textOf(span))) return null;
    if (mark !== ":" && !about && isImperative(span)) return null;
    const thing = mark !== ":" && NAMING.has(first) ? textOf(span) : undefined;
    return { named: target, rest, ...(thing ? { thing } : {}) };
  } else if (mark === ":" && target.kind === "filter") return null;
  return { named: target, rest };
};

/** "And the last one, …" */
const withoutAnd = (span: Span): Span => {
  const [first = ""] = wordsIn(span);
  return /^(?:and|also|then|now|oh|ok|okay|so|please)$/.test(first)
    ? trimSpan(spanOf(span, 1))
    : span;
};

const named = (text: string, thing: string): string =>
  text.replace(ITS, () => thing.charAt(0).toLowerCase() + thing.slice(1));

/**
 * "My passport, I need to renew it by Friday": one thing to do, with what was named for "it". "Clean them" alone says
 * nothing yet, and "call her at 6" renames nothing here.
 */
const withThing = (span: Span, said: Command, thing: string, at: DueAt): Command | null => {
  const bare = stripped(span);
  const renames = said.kind === "change" && said.fields.title !== undefined;
  const person = wordsIn(bare).some((word) => /^(?:him|her)$/.test(word));
  if ((said.kind === "fragment" || (renames && person)) && isImperative(bare))
    return ITS.test(textOf(bare)) ? adding(tokenise(named(textOf(bare), thing)), at) : null;
  const [task, another] = said.kind === "add" ? said.tasks : [];
  if (!task || another || !isImperative(tokenise(task.title)) || !ITS.test(task.title)) return null;
  return { kind: "add", tasks: [{ ...task, title: named(task.title, thing) }] };
};

/**
 * A line that names a task and then says what is to be done with it: what it names, and the rest, of which the first
 * clause is about that.
 */
export const frontOf = (
  line: Span,
  at: DueAt,
): { first: Command; others: readonly Clause[]; span: Span } | null => {
  const front = namedFirst(line, at);
  if (!front) return null;
  const [clause, ...others] = splitClauses(front.rest, at);
  if (!clause) return null;
  const said = clause.command ?? interpret(clause.span, at);
  // "The gym one, drop it", which is a no where nothing is named
  const dropped = said.kind === "talk" && DROPPING.has(wordsIn(stripped(clause.span))[0] ?? "");
  const command: Command = dropped
    ? { kind: "change", change: "delete", target: { kind: "pronoun", many: true }, fields: {} }
    : said;
  const added = front.thing === undefined ? null : withThing(clause.span, said, front.thing, at);
  if (added) return { first: added, others, span: clause.span };
  if (!isOfIt(command) || !clause.span.tokens.some(({ word }) => POINTING.has(word))) return null;
  return { first: { ...command, target: front.named }, others, span: clause.span };
};

const isOfIt = (command: Command): command is Extract<Command, { kind: "change" }> =>
  command.kind === "change" && command.target.kind === "pronoun";

/** The clauses of a line, with what one of them names as the target of the one behind it. */
export const fronted = (clauses: readonly Read[], at: DueAt): Read[] => {
  const found: Read[] = [];
  for (const clause of clauses) {
    const { command } = clause;
    const before = found.at(-1);
    const target =
      before && isOfIt(command)
        ? namedBy(before, command.target.kind === "pronoun" && command.target.many, at)
        : null;
    if (!target || !isOfIt(command)) {
      found.push(clause);
      continue;
    }
    found[found.length - 1] = { ...clause, command: { ...command, target } };
  }
  return found;
};
