/**
 * The change of the turn before, done to the wrong task: "sorry, wrong one, I meant the report, the rota isn't done
 * yet" takes it back and does it to the other one, in one step and only where it is known which that is.
 */
import { wordsOf } from "@/lib/tasks/match";
import { isStatement } from "../words/asides";
import { type Before, isRepeatable, isWhole, update } from "./before";
import type { Command } from "../commands";
import { type DueAt, wholeDue } from "../words/due";
import { TITLE_FILLERS } from "../english/references";
import { CORRECTION_ENDS } from "../english/corrections";
import {
  DENIES,
  MEANT,
  MEANT_END,
  SAID_DID,
  SAID_MEANT,
  SAYS_MORE,
  SAYS_WRONG,
  STANDS,
  TAKEN_ABACK,
  UNDOES,
} from "../english/retargeting";
import { withoutTail } from "../reading/gapping";
import { changedIn, changeResult, type PastTurn } from "../history";
import { alike } from "../doing/likeness";
import { interpret } from "../reading/interpret";
import { stripped } from "../words/polite";
import { wholePriority } from "../words/priorities";
import { readTarget } from "../reading/targets";
import { textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";

const PIECES = /\s*(?:[,;:!…]|\.(?=\s|$)|\s[–—-]+\s|\s(?:and|but|because|cos)\s)\s*/;

/** What stands behind words of dismay, and whether these said that it was the wrong task. */
const behindDismay = (piece: string): { rest: string; dismayed: boolean; wrong: boolean } => {
  let rest = piece;
  let [dismayed, wrong] = [false, false];
  for (let found = TAKEN_ABACK.exec(rest); found; found = TAKEN_ABACK.exec(rest)) {
    dismayed = true;
    wrong ||= SAYS_WRONG.test(found[1] ?? "");
    rest = rest.slice(found[0].length);
  }
  return { rest, dismayed, wrong };
};

/** The words of what was meant, and whether it was said that the other was wrong; null where a message says more. */
const meantIn = (
  message: string,
  at: DueAt,
): { meant: string; wrong: boolean; surely: boolean } | null => {
  const pieces = message.split(PIECES).filter(Boolean);
  let meant: string | undefined;
  let lead = "";
  let [wrong, stands, dismayed] = [false, false, false];
  for (const piece of pieces) {
    const said = behindDismay(piece);
    wrong ||= said.wrong;
    dismayed ||= said.dismayed;
    if (said.rest === "") continue;
    const marker = MEANT.exec(said.rest)?.[0] ?? "";
    if (marker === "" && STANDS.test(said.rest)) {
      stands = true;
      continue;
    }
    if (meant !== undefined) return null;
    meant = said.rest.slice(marker.length);
    lead = marker;
  }
  if (meant === undefined) return null;
  const pointed = readTarget(trimSpan(tokenise(meant)), at).kind;
  const bare = pointed === "numbers" || pointed === "places" || pointed === "other";
  // "It was hard", "no, call mom", "oh I did the rent": say something else.
  const told = SAID_DID.test(lead) ? stands : dismayed || stands;
  const marked = SAID_MEANT.test(lead) || (lead !== "" && told);
  return marked || (dismayed && (wrong || (stands && bare)))
    ? { meant, wrong, surely: wrong || stands || SAID_MEANT.test(lead) }
    : null;
};

/** What takes back a turn's one change. A turn that took back another can't be: that would bring the other again. */
export const takingBack = (turn: PastTurn): Command | null => {
  if (!turn.ran.some(({ tool }) => tool === "undo")) return { kind: "undo" };
  const last = turn.ran.at(-1);
  const numbers = changedIn(turn).slice(-1);
  return last?.tool === "complete_task"
    ? { kind: "change", change: "reopen", fields: {}, target: { kind: "numbers", numbers } }
    : null;
};

/** The same change of the task that was meant; null where a message says nothing of the kind. */
export const retargeted = (
  message: string,
  past: readonly PastTurn[],
  at: DueAt,
  before: () => Before | undefined,
): Command[] | null => {
  const last = past.at(-1);
  if (!last || changedIn(last).length !== 1 || /\?\s*$/.test(message)) return null;
  const { meant = "", wrong, surely } = meantIn(message.trim(), at) ?? {};
  const span = withoutTail(
    stripped(trimSpan(tokenise(meant.replace(MEANT_END, "")))),
    CORRECTION_ENDS,
  );
  if (wholeDue(textOf(span), at) || wholePriority(textOf(span))) return null;
  if (wordsIn(span).length === 0 || wordsIn(span).length > 8) return null;
  const { kind } = interpret(span, at);
  if (kind === "talk" || isStatement(span) || wordsIn(span).some((word) => SAYS_MORE.has(word)))
    return null;
  if (kind !== "ask" && isWhole(span, at)) return null;
  const earlier = before();
  if (earlier?.kind === "add" && wrong) return update({ title: textOf(span), keepsVerb: true });
  if (earlier?.kind !== "change" || !isRepeatable(earlier)) return null;
  // "Sorry, it should be 3 kilos"
  if (earlier.change === "update" && !surely) return null;
  const back = takingBack(last);
  const { change, fields } = earlier;
  return back && [{ kind: "change", change, fields, target: readTarget(span, at), instead: back }];
};

/** "Oops, not the groceries", of the task that was changed. */
const denied = (message: string, last: PastTurn | undefined): boolean => {
  const named = DENIES.exec(behindDismay(message).rest.replace(/[\s.!]+$/, ""))?.[1];
  const [title] = (last?.ran ?? []).flatMap(({ tool, result }) => {
    const changed = changeResult.safeParse(result);
    return tool !== "list_tasks" && changed.success ? [changed.data.title] : [];
  });
  if (named === undefined || title === undefined || /[,;]/.test(named)) return false;
  const words = wordsOf(named).filter((word) => !TITLE_FILLERS.has(word));
  return words.length > 0 && words.every((word) => wordsOf(title).some((o) => alike(word, o)));
};

/** "No that was wrong, take it back": a reason, and what is wanted. */
export const undoneFor = (message: string, at: DueAt, last?: PastTurn): Command[] | null => {
  if (denied(message.trim(), last)) return [{ kind: "undo" }];
  const { rest, wrong } = behindDismay(message.trim());
  if (!wrong) return null;
  if (rest === "") return UNDOES.test(message) ? [{ kind: "undo" }] : null;
  return interpret(trimSpan(tokenise(rest)), at).kind === "undo" ? [{ kind: "undo" }] : null;
};
