/**
 * The embedded assistant: the model port over the pipeline of this folder: `words/` (text → tokens), `reading/` (tokens →
 * clauses → commands), `doing/` (commands → tasks → tool calls), `saying/` (results → sentences), and `conversation/`, for
 * what only earlier turns explain. It needs no key and no network, and keeps nothing between rounds: what it did and asked before
 * it reads from the messages, by replaying the turn.
 */
import { type Hear, type Model, type ModelRequest, NO_USAGE } from "../model";
import type { Command } from "./commands";
import type { DueAt } from "./words/due";
import { withoutChat } from "./words/chat";
import { FILLERS } from "./english/asides";
import { AGREED, GO_ON_QUESTION, GOING_ON } from "./english/replies";
import { goneOn } from "./conversation/ellipsis";
import { changedIn, focusOf, type PastTurn, refusedIn, turnsOf } from "./history";
import { readMessage } from "./reading/message";
import { carryOut, type Outcome } from "./doing/plan";
import { turnAt } from "./remember";
import { readReply } from "./conversation/replies";
import { withSameDay } from "./conversation/same-day";
import type { Question } from "./doing/run";
import * as say from "./saying/sentences";
import { ListingFailed, Turn, Unfamiliar, Waiting, type WantedCall } from "./turn";

type Step = { calls: WantedCall[] } | { outcome: Outcome };

/** Questions that hang on earlier questions are followed this far back. */
const LONGEST_THREAD = 6;

const TOO_LONG = 10_000;

/** The question that the last turn ended with: what it would say again must be what it said. */
const questionBefore = (
  past: readonly PastTurn[],
  at: DueAt,
  tools: ReadonlySet<string>,
  depth: number,
): Question | undefined => {
  const last = past.at(-1);
  const refused = last ? refusedIn(last) : [];
  if (refused.length > 0) return { kind: "confirm", change: "delete", fields: {}, tasks: refused };
  if (!last?.text.includes("?") || depth >= LONGEST_THREAD) return undefined;
  const step = takeTurn(past, at, tools, depth + 1);
  if (!("outcome" in step) || !step.outcome.question) return undefined;
  return step.outcome.text.trim() === last.text.trim() ? step.outcome.question : undefined;
};

/** A date or a priority alone, behind a turn about one task, is that task's new one. */
const completed = (commands: Command[], past: readonly PastTurn[]): Command[] => {
  // "Saturday, sorry"
  const [command, ...others] = commands.filter(({ kind }) => kind !== "talk");
  const told = others.every((other) => other.kind === "fragment" && other.aside === true);
  if (!told || command?.kind !== "fragment" || !(command.due ?? command.priority)) return commands;
  const { due, priority } = command;
  const focus = focusOf(past.slice(-1));
  if (focus?.source !== "changed" || focus.ids.length !== 1) return commands;
  const fields = { ...(due ? { due } : {}), ...(priority ? { priority } : {}) };
  return [{ kind: "change", change: "update", target: { kind: "pronoun", many: false }, fields }];
};

/** The next step of the last of these turns. */
const takeTurn = (
  turns: readonly PastTurn[],
  at: DueAt,
  tools: ReadonlySet<string>,
  depth = 0,
): Step => {
  const latest = turns.at(-1);
  const past = turns.slice(0, -1);
  if (!latest) return { outcome: { text: say.talk("greeting") } };
  const { said, done } = saidAgain(latest, past);
  const current = { ...said, message: withSameDay(said.message, past, at) };
  const turn = new Turn(current.ran);
  const setting = { turn, past, at, tools, said: current.message, done };
  try {
    const question = questionBefore(past, at, tools, depth);
    const reply = question && readReply(current.message, question, at);
    if (reply?.kind === "dropped") return { outcome: { text: say.keptAll() } };
    if (reply?.kind === "do") return { outcome: carryOut(setting, reply.commands) };
    const read = ({ message }: PastTurn) => readMessage(message.slice(0, TOO_LONG), at);
    const commands = goneOn(current.message, past, at, read) ?? completed(read(current), past);
    return { outcome: carryOut(setting, commands, reply?.tasks) };
  } catch (error) {
    if (error instanceof Waiting) return { calls: turn.wanted };
    if (error instanceof ListingFailed) return { outcome: { text: error.message } };
    if (error instanceof Unfamiliar) return { outcome: { text: say.carriedOn(current.ran) } };
    throw error;
  }
};

/** "um", "er": as people talk; not where nothing else is said. */
const withoutFillers = (turn: PastTurn): PastTurn => {
  const message = withoutChat(turn.message.replace(FILLERS, ""));
  return /[\p{L}\p{N}]/u.test(message) ? { ...turn, message } : turn;
};

const toldToGoOn = (turn: PastTurn | undefined): string | undefined =>
  GO_ON_QUESTION.exec(turn?.text ?? "")?.[1];

/** "Yes", said to "Shall I go on with …?", says those words again, of all tasks but those that are `done`. */
const saidAgain = (
  turn: PastTurn,
  past: readonly PastTurn[],
): { said: PastTurn; done: ReadonlySet<number> } => {
  const words = toldToGoOn(past.at(-1));
  const goesOn = GOING_ON.test(turn.message.trim()) || AGREED.test(turn.message.trim());
  if (words === undefined || !goesOn) return { said: turn, done: new Set() };
  const other = past.findLastIndex((before) => toldToGoOn(before) !== words);
  const done = new Set(past.slice(other + 1).flatMap(changedIn));
  return { said: { ...turn, message: words }, done };
};

/** Pieces of the size of words, as they would be said. */
const pieces = (text: string): string[] => text.match(/\s*\S+\s*/g) ?? [text];

const respond = async (
  { messages, tools, now, timeZone }: ModelRequest,
  signal: AbortSignal,
  hear: Hear,
): Promise<void> => {
  signal.throwIfAborted();
  const turns = turnsOf(messages).map(withoutFillers);
  const step = takeTurn(turns, turnAt({ now, timeZone }), new Set(tools.map((tool) => tool.name)));
  if ("calls" in step) {
    const ran = turns.at(-1)?.ran.length ?? 0;
    for (const [index, call] of step.calls.entries()) {
      const id = `offline_${ran + index + 1}`;
      hear({
        type: "tool_call",
        call: { id, name: call.tool, arguments: JSON.stringify(call.arguments) },
      });
    }
    hear({ type: "finish", reason: "tool_calls", usage: NO_USAGE });
    return;
  }
  for (const text of pieces(step.outcome.text)) {
    signal.throwIfAborted();
    hear({ type: "text", text });
    await Promise.resolve();
  }
  hear({ type: "finish", reason: "stop", usage: NO_USAGE });
};

/** The assistant that is always there. */
export const offlineModel: Model = { name: "offline", kind: "offline", respond };
