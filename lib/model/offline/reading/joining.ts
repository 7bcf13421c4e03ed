/**
 * Whether a piece behind a joint is a clause of its own: only where it can stand alone, so that titles and lists of
 * targets stay whole.
 */
import type { Command } from "../commands";
import { type DueAt, findDue } from "../words/due";
import { ASKING_WORDS } from "../english/questions";
import { LOOKING } from "../english/clauses";
import { isImperative, adding } from "./adding";
import { isComment } from "../words/asides";
import {
  COMPOUND_HEADS,
  DUE_NOUN,
  NOT_YET,
  NOTE_NOUN,
  ONE_MORE,
  REMARK_STARTS,
  TASK_WORD,
} from "../english/joining";
import { NUMBER_NAMES, PLACE_NAMES } from "../english/references";
import { gapped, likewise, opensGap } from "./gapping";
import { interpret } from "./interpret";
import { leaning } from "./leaning";
import { isLead, stripped } from "../words/polite";
import { actOf } from "./rules";
import { hasPronoun } from "./items";
import { isOneMore } from "./one-more";
import { readTarget } from "./targets";
import { type Span, textOf, tokenise, wordsIn } from "../words/tokens";

/** A clause, and what it means where that depends on the one before. */
export type Clause = { span: Span; command?: Command };

const isNothing = (command: Command): boolean =>
  command.kind === "fragment" || (command.kind === "unclear" && command.reason === "none");

/** Whether a clause is a statement, which wants nothing. */
const tells = (command: Command): boolean => command.kind === "fragment" && command.aside === true;

/** Whether a change names its target beyond doubt, by more than words of a title. */
const namesIts = (command: Command, span: Span): boolean =>
  command.kind === "undo" ||
  command.kind === "list" ||
  (command.kind === "change" &&
    (command.target.kind !== "title" ||
      wordsIn(span).some((word) => TASK_WORD.test(word)) ||
      span.tokens.some((token) => token.kind === "quote")));

export type Join = { border: false } | { border: true; command?: Command };
const SAME: Join = { border: false };

/** Whether a clause ends in text of the person's own, which may go on behind an "and". */
const endsInText = (command: Command): boolean =>
  command.kind === "change" &&
  command.change === "update" &&
  (command.fields.title !== undefined ||
    command.fields.append !== undefined ||
    (command.fields.description ?? "") !== "");

/** Whether a piece begins with a number, a place or a pronoun, as a list of targets goes on. */
const mayGoOn = (piece: Span): boolean => {
  const [first = ""] = wordsIn(piece);
  return (
    /^#?\d/.test(first) ||
    NUMBER_NAMES.has(first) ||
    PLACE_NAMES.has(first) ||
    /^(?:the|this|that|those|these|task|tasks|number|both|it|them)$/.test(first)
  );
};

/** "mark 1 and 3 done": both name their tasks by number. */
const isOneCommand = (joined: Span, at: DueAt): boolean => {
  const command = interpret(joined, at);
  return (
    (command.kind === "change" &&
      !endsInText(command) &&
      /^(?:numbers|places|pronoun)$/.test(command.target.kind)) ||
    (command.kind === "fragment" && command.numbers !== undefined)
  );
};

/** Whether a clause says by a verb of this assistant's work what is wanted: what stands before it may be chatter. */
const wantsSomething = (command: Command, span: Span, at: DueAt): boolean => {
  if (command.kind === "undo") return true;
  // "Still got the mock results, so what's on my list?"
  if (command.kind === "list") return ASKING_WORDS.has(wordsIn(stripped(span))[0] ?? "");
  if (command.kind !== "add" && command.kind !== "change") return false;
  const act = actOf(stripped(span), at);
  return act !== undefined && !act.loose;
};

const isAside = (command: Command): boolean =>
  isNothing(command) || (command.kind === "talk" && command.topic !== "thanks");

/** What is added may have remarks in its title; behind other commands they are none of it. */
const dropsComments = (left: Command, piece: Span): boolean =>
  left.kind === "add" ? REMARK_STARTS.has(wordsIn(piece)[0] ?? "") : !endsInText(left);

/** "print the agenda", behind other things to do, asks for no list. */
const isThingToDo = (piece: Span): boolean => {
  const span = stripped(piece);
  return isImperative(span) && !LOOKING.has(wordsIn(span)[0] ?? "") && !textOf(piece).endsWith("?");
};

/** Whether this joint stands before a piece. */
const isBehind = (joined: Span, piece: Span, joint: RegExp): boolean => {
  const at = joined.tokens.findIndex((token) => token === piece.tokens[0]);
  return joint.test(joined.tokens[at - 1]?.word ?? "");
};

/** "…, and high priority", behind a new date: a field that has not been said yet. */
const isMoreOf = (left: Command, right: Command): boolean =>
  left.kind === "change" &&
  left.change === "update" &&
  !endsInText(left) &&
  right.kind === "fragment" &&
  ((right.due !== undefined && !("due" in left.fields) && !left.fields.shift) ||
    (right.priority !== undefined && !("priority" in left.fields)));

/** Whether a clause says nothing yet that could be done. */
const isOpen = (command: Command, span: Span, at: DueAt): boolean =>
  (isNothing(command) && !tells(command)) ||
  (command.kind === "unclear" && command.reason === "question") ||
  (command.kind === "add" && actOf(stripped(span), at) === undefined);

const isPlainChange = (command: Command): command is Extract<Command, { kind: "change" }> =>
  command.kind === "change" && command.change !== "update" && !command.otherwise;

/** How a piece goes on from the clause before it; `joined` is both together. */
export const joinOf = (
  { span: before, command }: Clause,
  { piece, wish }: { piece: Span; wish: boolean },
  joined: Span,
  at: DueAt,
): Join => {
  const left = command ?? interpret(before, at);
  if (wish && !tells(left) && !(left.kind === "talk" && left.topic === "greeting")) return SAME;
  if (mayGoOn(piece) && !command && isOneCommand(joined, at)) return SAME;
  const both = interpret(joined, at);
  // "Delete everything but the rent"
  if (
    isBehind(joined, piece, /^but$/) &&
    both.kind === "change" &&
    both.target.kind === "filter" &&
    both.target.except
  )
    return SAME;
  // "Mark the rent | and the milk done": what is no command by itself is one with what follows.
  if (
    isOpen(left, before, at) &&
    both.kind === "change" &&
    actOf(stripped(joined), at)?.loose === false
  )
    return SAME;
  const gap = (opensGap(left) ? gapped(piece, at) : null) ?? likewise(piece, left, at);
  if (gap) return { border: true, command: gap };
  const leant = leaning(before, left, piece, isBehind(joined, piece, /^[,;–—-]$/), at);
  if (leant) return { border: true, command: leant };
  const right = interpret(piece, at);
  if (left.kind === "add" && isOneMore(before, piece, right, at)) return SAME;
  if (isLead(before) || (left.kind === "list" && wordsIn(before).length === 1)) return SAME;
  if (left.kind === "add" && right.kind === "list" && isThingToDo(piece)) return SAME;
  if (left.kind === "add" && NOTE_NOUN.test(wordsIn(piece)[0] ?? "") && textOf(piece).includes(":"))
    return SAME;
  if (left.kind === "add" && right.kind === "list" && DUE_NOUN.test(wordsIn(piece)[0] ?? ""))
    return SAME;
  // "…, if there's time, descale the kettle"
  const inside = (before.tokens[0]?.start ?? 0) > 0;
  if (inside && isNothing(left) && isComment(before) && right.kind === "add")
    return { border: true };
  // "by 5pm tomorrow, they close early"
  if (left.kind === "fragment" && (left.due ?? left.priority) && isAside(right) && isComment(piece))
    return { border: true };
  // "Remove the time, but the day stays"
  if (
    left.kind === "change" &&
    right.kind === "fragment" &&
    isBehind(joined, piece, /^(?:but|though)$/)
  )
    return { border: true, command: { ...right, aside: true } };
  // "The tap is leaking, call a plumber"
  if (
    tells(left) &&
    right.kind === "add" &&
    isImperative(stripped(piece)) &&
    isBehind(joined, piece, /^[,;:–—-]$/)
  )
    return { border: true };
  if (isNothing(left)) return wantsSomething(right, piece, at) ? { border: true } : SAME;
  if (isAside(right) && isComment(piece) && dropsComments(left, piece)) return { border: true };
  // "water the plants and feed the fish are done"
  if (left.kind === "add" && right.kind === "change" && right.change === "complete") {
    if (wordsIn(piece).includes("are") && both.kind === "change" && both.change === "complete")
      return SAME;
  }
  // "dentist and milk are done, plants not yet"
  if (left.kind === "change" && right.kind === "fragment" && NOT_YET.test(textOf(piece)))
    return { border: true, command: { ...right, aside: true } };
  // "On Friday I want to go swimming, and on Sunday visit grandma": each has a day of its own.
  if (
    left.kind === "add" &&
    right.kind === "add" &&
    [...left.tasks, ...right.tasks].every(({ due }) => due)
  ) {
    const day = findDue(textOf(piece), at);
    if (day?.start === 0 && isImperative(tokenise(day.rest.replace(/^to\s+/i, ""))))
      return { border: true };
  }
  const pointed = namesIts(right, piece);
  const added = right.kind === "add";
  const explicit = added && actOf(stripped(piece), at) !== undefined;
  if (right.kind === "talk" && right.topic === "thanks") return { border: true };
  if (right.kind === "ask" && right.about === "title") return SAME;
  if (isMoreOf(left, right)) return { border: true };
  if (endsInText(left)) return pointed || explicit ? { border: true } : SAME;
  if (left.kind === "add") {
    if (!pointed && COMPOUND_HEADS.has(wordsIn(piece)[1] ?? "")) return SAME;
    if (explicit || pointed) return { border: true };
    // "math and physics homework due tomorrow" is a date for what is added, not for a task that is there.
    if (right.kind === "change" && right.otherwise && actOf(stripped(piece), at)?.loose)
      return SAME;
    if (right.kind === "change" && !right.otherwise) {
      const otherwise = isImperative(stripped(piece)) ? adding(stripped(piece), at) : undefined;
      return { border: true, command: { ...right, ...(otherwise ? { otherwise } : {}) } };
    }
    // "drop them at practice", after the kids were picked up, is the same thing to do.
    return right.kind === "change" && !hasPronoun(piece) ? { border: true } : SAME;
  }
  if (left.kind === "change" && (left.change === "delete" || left.change === "complete")) {
    // "delete the gym task and call mom": a second target if there is such a task, else something to add.
    if (added && !explicit) {
      const target = readTarget(stripped(piece), at);
      // What goes on from one of several targets is one more.
      const open = command !== undefined || actOf(stripped(before), at)?.open === true;
      const named = wordsIn(piece).some((word) => TASK_WORD.test(word));
      return open
        ? { border: true, command: { ...left, target, ...(named ? {} : { otherwise: right }) } }
        : { border: true };
    }
  }
  // "Mark the rent as done, and the milk"
  if (
    isNothing(right) &&
    isPlainChange(left) &&
    both.kind !== "change" &&
    ONE_MORE.test(textOf(piece))
  )
    return { border: true, command: { ...left, target: readTarget(stripped(piece), at) } };
  return isNothing(right) ? SAME : { border: true };
};
