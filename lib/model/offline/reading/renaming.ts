/**
 * Readers of sentences that give a task another title.
 */
import type { Command, Fields, Target } from "../commands";
import type { DueAt } from "../words/due";
import type { Slots } from "../words/pattern";
import { referenceOf } from "./targets";
import { quotation, type Span, textOf, tokenise } from "../words/tokens";
import { IT, target, titleText, uncontrasted } from "./slot-values";

/** From a rule's slots, and the clause that it fits, to the command that they mean; null where they mean nothing. */
export type Reader = (slots: Slots, span: Span, at: DueAt) => Command | null;

export const change = (
  kind: Extract<Command, { kind: "change" }>["change"],
  target: Target,
  fields: Fields = {},
): Extract<Command, { kind: "change" }> => ({ kind: "change", change: kind, target, fields });

/** What goes on from "the task" is no new title: "make the task with the tires finished". */
const NO_TITLE =
  /^(?:(?:with|about|of|for|on|that|to|in|from|which|as|be|done|complete|finished)\b|(?:\d+|two|three|four|several|separate) (?:\w+ )?(?:tasks|items|todos)\b)/i;

/** "Update task 2: new title 'Call mom'" */
const TITLE_IS =
  /^(?:(?:the|its|a)\s+)?(?:new\s+(?:title|name)|title|name)\s*(?:(?:[:=]|is|should be|to)\s*|\s(?=["“'‘]))/i;

/** "Change the shed to not done" */
export const STATUS =
  /^(?:back\s+)?(?:to\s+|as\s+)?(?:be\s+)?(?:(?:still|not|yet|no|longer)\s+)*(?:done|undone|open|pending|completed?|incomplete|finished|unfinished|active|todo|to[ -]do)(?:\s+again)?$/i;

const MEANT = /^(?:i|meant|mean|said)$/;

/** "I mean it's done", "I meant the rent is paid" */
const SAYS_SOMETHING =
  /^i(?:['’]\p{L}+)?\s|^(?:it|that|this|they)\b|\s(?:is|are|was|were|isn['’]?t|aren['’]?t|wasn['’]?t|should)\b/iu;

const SWAPPING = /^(?:change|swap|switch|replace)$/;

export const renameWith: Reader = (slots, span, at) => {
  const said = slots["title"] ?? slots["quoted"];
  const bareTitle = said && TITLE_IS.exec(textOf(said))?.[0];
  const named = said && bareTitle ? tokenise(textOf(said).slice(bareTitle.length)) : said;
  const title = uncontrasted(titleText(named).replace(/\s+instead$/i, ""));
  if (title === "" || STATUS.test(title)) return null;
  if ((slots["it"] && NO_TITLE.test(title)) || /^[\d\s]+$/.test(title)) return null;
  const meant = MEANT.test(span.tokens[0]?.word ?? "");
  // "I said I'd walk the dog" names nothing anew.
  if (meant && SAYS_SOMETHING.test(title)) return null;
  if (meant && slots["title"])
    return change("update", IT, { title: textOf(slots["title"]), keepsVerb: true });
  if (
    slots["renamed"] &&
    slots["title"] &&
    named === said &&
    target(slots, at).kind === "title" &&
    SWAPPING.test(span.tokens[0]?.word ?? "")
  )
    return change("update", target(slots, at), {
      title:
        quotation(slots["title"]) ??
        uncontrasted(textOf(slots["title"])).replace(/\s+instead$/i, ""),
      swaps: referenceOf(textOf(slots["renamed"])),
    });
  if (!slots["it"] || span.tokens[0]?.word !== "make")
    return change("update", target(slots, at), { title });
  const bare = title.replace(/^(?:an?|the)\s+(?=\S)/i, "");
  return change("update", target(slots, at), { title: bare, keepsVerb: true });
};
