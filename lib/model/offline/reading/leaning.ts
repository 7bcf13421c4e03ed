/**
 * What a piece behind a mark says of the clause before it without being one of its own: that it is to be put down
 * ("…, pop that in"), or why it is to be done ("…, the appointment is in three days").
 */
import { isImperative } from "./adding";
import type { Command } from "../commands";
import { type DueAt, isTimeOnly, wholeDue } from "../words/due";
import { NEARING, PUT_DOWN, REASON } from "../english/leaning";
import { stripped } from "../words/polite";
import { actOf } from "./rules";
import { type Span, textOf, wordsIn } from "../words/tokens";

const IT: Command = { kind: "add", tasks: [{ title: "it" }] };

/** "…, put that in": said of something that may be added. */
const putsDown = (left: Command, piece: Span): boolean =>
  PUT_DOWN.test(wordsIn(stripped(piece)).join(" ")) &&
  (left.kind === "add" ||
    (left.kind === "fragment" && !left.numbers) ||
    (left.kind === "change" && left.otherwise?.kind === "add"));

/** The date of a reason behind something to do; null where a piece gives none. */
const reasonOf = (before: Span, left: Command, piece: Span, at: DueAt): string | null => {
  if (left.kind !== "add" || left.tasks.some(({ due }) => due)) return null;
  const [said] = REASON.exec(textOf(piece)) ?? [];
  if (said === undefined) return null;
  const span = stripped(before);
  const act = actOf(span, at);
  if (!isImperative(span) && (!act || act.loose)) return null;
  return wholeDue(textOf(piece).slice(said.length), at);
};

/** "…, Tom's coming": said of anything but a text of the person's own. */
const nears = (left: Command, piece: Span): boolean =>
  (left.kind === "add" ||
    (left.kind === "change" &&
      left.fields.title === undefined &&
      left.fields.append === undefined &&
      !left.fields.description)) &&
  NEARING.test(textOf(piece));

/** What such a piece means; null for all others. `marked`: whether a mark stands before it. */
export const leaning = (
  before: Span,
  left: Command,
  piece: Span,
  marked: boolean,
  at: DueAt,
): Command | null => {
  if (putsDown(left, piece)) return IT;
  if (marked && nears(left, piece)) return { kind: "fragment", text: textOf(piece), aside: true };
  const due = marked ? reasonOf(before, left, piece, at) : null;
  if (due === null) return null;
  // "Buy milk, the shop closes at 6" says no day.
  return isTimeOnly(due, at)
    ? { kind: "fragment", text: textOf(piece), aside: true }
    : { kind: "fragment", text: textOf(piece), due };
};
