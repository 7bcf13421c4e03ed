/**
 * Understands a message as the answer to the question that was asked before it; null when it is something new.
 */
import type { Command, Target } from "../commands";
import { isTimeOnly, resolveDue, type DueAt } from "../words/due";
import { type ListedTask } from "../history";
import { adding } from "../reading/adding";
import { isComment } from "../words/asides";
import { interpret } from "../reading/interpret";
import { stripped } from "../words/polite";
import { actOf } from "../reading/rules";
import type { Question } from "../doing/run";
import { resolve } from "../doing/resolve";
import { readTarget, referenceOf } from "../reading/targets";
import { textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";
import { matchTitles } from "@/lib/tasks/match";

/** What the answer makes of the question. */
export type Reply =
  | { kind: "do"; commands: Command[] }
  | { kind: "dropped" }
  /** A new message, in which titles mean the tasks that were asked about first. */
  | { kind: "scope"; tasks: readonly ListedTask[] };

const numbersOf = (tasks: readonly ListedTask[]): Target => ({
  kind: "numbers",
  numbers: tasks.map((task) => task.task_id),
});

const changeOf = (
  { change, fields, instead }: Extract<Question, { kind: "which" | "confirm" }>,
  tasks: readonly ListedTask[],
): Command => ({
  kind: "change",
  change,
  fields,
  target: numbersOf(tasks),
  ...(instead ? { instead } : {}),
});

/** "I mean Sam", "no, sorry, I meant the second". */
const MEANT = /^(?:(?:no|sorry|oh|oops|well|um+|er+)[\s,]+)*i mea?nt?\s+/i;

const chosen = (
  message: string,
  candidates: readonly ListedTask[],
  at: DueAt,
): readonly ListedTask[] | null => {
  const span = stripped(trimSpan(tokenise(message.replace(MEANT, ""))));
  const words = wordsIn(span).join(" ");
  const target = readTarget(span, at);
  const scene = { tasks: candidates, past: [], recent: [], scope: candidates, at };
  if (/^(?:both|all|each|every|everything)\b/.test(words) && words.split(" ").length <= 4)
    return candidates;
  switch (target.kind) {
    case "numbers": {
      const ids = target.numbers.map((number) =>
        candidates.find((task) => task.task_id === number),
      );
      if (ids.every((task): task is ListedTask => task !== undefined)) return ids;
      const places = target.numbers.map((number) => candidates[number - 1]);
      return places.every((task): task is ListedTask => task !== undefined) ? places : null;
    }
    case "pronoun":
      return target.many ? candidates : null;
    case "newest": {
      const last = target.plain
        ? candidates.at(-1)
        : [...candidates].sort((a, b) => b.task_id - a.task_id)[0];
      return last ? [last] : null;
    }
    case "other":
      return null;
    case "title": {
      const found = resolve(target, scene, "look");
      if (found.kind === "tasks" && found.tasks.length > 0) return found.tasks;
      const named = matchTitles(referenceOf(textOf(span)), candidates);
      return named.length === 1 ? named : null;
    }
    default: {
      const found = resolve(target, scene, "look");
      return found.kind === "tasks" &&
        found.tasks.length > 0 &&
        found.tasks.length <= candidates.length
        ? found.tasks
        : null;
    }
  }
};

/** "Yes, delete them", said to "Delete #1 and #2?". */
const repeats = (command: Command, question: Extract<Question, { kind: "confirm" }>): boolean =>
  command.kind === "change" &&
  command.change === question.change &&
  (command.target.kind === "pronoun" ||
    (command.target.kind === "filter" &&
      command.target.filter.status === "all" &&
      command.target.filter.due === undefined &&
      command.target.except === undefined));

/** The date that an answer is made of: "the one due friday". */
const dateIn = (message: string, at: DueAt): string | undefined => {
  const words = message.replace(/\b(?:the one|one|the|due|for|on|at)\b/gi, " ");
  const command = interpret(stripped(trimSpan(tokenise(words))), at);
  return command.kind === "fragment" ? command.due : undefined;
};

/** "the one due friday", "9pm": says which by its date, and wants nothing else. */
const pointsByDate = (message: string, at: DueAt): boolean => {
  const due = dateIn(message, at);
  return due !== undefined && (/\bone\b/i.test(message) || isTimeOnly(due, at));
};

/** "the one due friday", "the 9pm one": the candidate with that date. */
const byDate = (
  message: string,
  candidates: readonly ListedTask[],
  at: DueAt,
): readonly ListedTask[] | null => {
  const words = dateIn(message, at);
  const due = words === undefined ? null : resolveDue(words, at);
  if (words === undefined || !due) return null;
  const anyDay = isTimeOnly(words, at);
  const found = candidates.filter(
    (task) =>
      (anyDay || task.due_on === due.due_on) &&
      (due.due_time === null || task.due_time === due.due_time),
  );
  return found.length === 1 ? found : null;
};

/** "The Lyon one! Sorry, should have said": an answer, and what people say behind it. */
const answerIn = (message: string, at: DueAt): string => {
  const [first = "", ...others] = message.trim().split(/(?<=[\p{L}\p{N}][.!]+)\s+/u);
  const isAside = (text: string): boolean => {
    const span = trimSpan(tokenise(text));
    const command = interpret(span, at);
    return (
      command.kind === "talk" ||
      (command.kind === "fragment" && isComment(span) && !(command.due ?? command.priority))
    );
  };
  return others.length > 0 && others.every(isAside) && !isAside(first) ? first : message;
};

/** What a message says to the question. */
export const readReply = (said: string, question: Question, at: DueAt): Reply | null => {
  const message = answerIn(said, at);
  const span = trimSpan(tokenise(message.replace(MEANT, "")));
  if (/\n/.test(message.trim())) return null;
  const command = interpret(span, at);
  const explicit = actOf(stripped(span), at);
  const isNo = command.kind === "talk" && command.topic === "no";
  const isYes =
    (command.kind === "talk" && command.topic === "yes") ||
    (question.kind === "confirm" && repeats(command, question));
  if (isNo && question.kind === "confirm" && question.otherwise)
    return { kind: "do", commands: [question.otherwise] };
  if (isNo) return { kind: "dropped" };
  switch (question.kind) {
    case "which": {
      const { kind } = readTarget(stripped(span), at);
      const plain = kind !== "title" && kind !== "filter";
      const starts =
        !plain && (explicit !== undefined || command.kind === "list" || command.kind === "undo");
      const dated = byDate(message, question.candidates, at);
      const pointed = pointsByDate(message, at);
      const tasks = pointed
        ? dated
        : starts
          ? null
          : (chosen(message, question.candidates, at) ?? dated);
      if (tasks) return { kind: "do", commands: [changeOf(question, tasks)] };
      // "The one due Friday", where two are, or none: it is no new date.
      if (pointed) return { kind: "do", commands: [{ kind: "unclear", reason: "none", text: "" }] };
      return { kind: "scope", tasks: question.candidates };
    }
    case "confirm": {
      if (isYes) return { kind: "do", commands: [changeOf(question, question.tasks)] };
      const except =
        /^(?:yes|yeah|yep|ok|okay|sure|do it|all|everything|delete them|delete all)?[\s,.]*(?:but|except|apart from|all but|but not|just not|not)(?: keep| not| for)*\s+(.+)$/i.exec(
          message.trim(),
        );
      const kept = except?.[1] ? chosen(except[1], question.tasks, at) : null;
      if (kept) {
        const left = question.tasks.filter((task) => !kept.includes(task));
        return { kind: "do", commands: [changeOf(question, left)] };
      }
      const only = /^(?:yes|no|ok)?[\s,.]*(?:only|just)\s+(?:delete\s+)?(.+)$/i.exec(
        message.trim(),
      );
      const picked = only?.[1] ? chosen(only[1], question.tasks, at) : null;
      if (picked) return { kind: "do", commands: [changeOf(question, picked)] };
      return { kind: "scope", tasks: question.tasks };
    }
    case "add":
      return isYes ? { kind: "do", commands: [{ kind: "add", tasks: question.tasks }] } : null;
    case "title": {
      if (explicit || command.kind === "list" || command.kind === "undo" || command.kind === "talk")
        return null;
      if (command.kind === "unclear" && command.reason === "question") return null;
      const { due } = question;
      return { kind: "do", commands: [adding(stripped(span), at, due ? { due } : {})] };
    }
    case "field":
      return fieldReply(question, command, span, explicit !== undefined);
  }
};

const fieldReply = (
  question: Extract<Question, { kind: "field" }>,
  command: Command,
  span: ReturnType<typeof trimSpan>,
  explicit: boolean,
): Reply | null => {
  const target = numbersOf(question.tasks);
  const update = (fields: Extract<Command, { kind: "change" }>["fields"]): Reply => ({
    kind: "do",
    commands: [{ kind: "change", change: "update", fields, target }],
  });
  if (question.field === "due") {
    return command.kind === "fragment" && command.due ? update({ due: command.due }) : null;
  }
  if (explicit || command.kind === "list" || command.kind === "undo" || command.kind === "talk")
    return null;
  const text = textOf(span);
  return question.field === "note"
    ? update({ append: text.charAt(0).toUpperCase() + text.slice(1) })
    : update({ title: text.charAt(0).toUpperCase() + text.slice(1) });
};
