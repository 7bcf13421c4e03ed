/**
 * What stands in a pattern's slots, as values of commands: titles, texts, dates, levels, targets.
 */
import type { NewTask, Target } from "../commands";
import { wholeDue, type DueAt } from "../words/due";
import { CONTRASTED } from "../english/corrections";
import { verbOfPast } from "../english/verbs";
import { cleanTitle } from "../words/clean-title";
import type { Slots } from "../words/pattern";
import { wholePriority } from "../words/priorities";
import { didLength } from "./slots";
import { readTarget, referenceOf } from "./targets";
import { quotation, type Span, spanOf, textOf, tokenise } from "../words/tokens";

export const titleText = (span: Span | undefined): string => {
  if (!span) return "";
  return quotation(span) ?? cleanTitle(textOf(span));
};

/** "Buy a ladder, not Buy a letter" says what it is not, too. */
export const uncontrasted = (title: string): string => title.replace(CONTRASTED, "");

export const plainText = (span: Span | undefined): string => {
  if (!span) return "";
  const text = quotation(span) ?? textOf(span);
  return text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
};

/** "the word budget in it" is about the budget. */
const AROUND_TOPIC =
  /^(?:any|some) |^(?:the )?(?:words?|term|name) |\s+(?:in|on) (?:it|them|the (?:title|name)s?|there)$/gi;

export const topicOf = (span: Span | undefined): string =>
  span ? (quotation(span) ?? referenceOf(textOf(span).replace(AROUND_TOPIC, ""))) : "";

export const IT: Target = { kind: "pronoun", many: false };

export const dueSlot = (slots: Slots, at: DueAt): { due?: string } => {
  const { hour } = slots;
  if (hour) return { due: `at ${textOf(hour)}` };
  const words = slots["due"] && wholeDue(textOf(slots["due"]), at);
  return words ? { due: words } : {};
};

export const levelSlot = (slots: Slots): Partial<NewTask> => {
  const priority = slots["level"] && wholePriority(textOf(slots["level"]));
  return priority ? { priority } : {};
};

export const target = (slots: Slots, at: DueAt, name = "target"): Target => {
  const named =
    slots[name] ??
    slots["renamed"] ??
    slots["named"] ??
    slots["object"] ??
    slots["number"] ??
    slots["do-what"] ??
    slots["todo"] ??
    slots["it"];
  const { except } = slots;
  const span = named && except ? tokenise(`${textOf(named)} ${textOf(except)}`) : named;
  return span ? readTarget(span, at) : IT;
};

export const didWhat = (span: Span, at: DueAt): Target => {
  const words = didLength(span);
  const first = span.tokens[0];
  if (words > 0) return readTarget(spanOf(span, words), at);
  const verb = first && verbOfPast(first.word);
  // "sent them", "got it"
  const object = readTarget(spanOf(span, 1), at);
  if (verb && object.kind === "pronoun") return object;
  // "got the flux and the solder"
  const parts = object.kind === "title" ? object.parts : [];
  return verb
    ? { kind: "title", whole: `${verb} ${textOf(spanOf(span, 1))}`.trim(), parts }
    : readTarget(span, at);
};
