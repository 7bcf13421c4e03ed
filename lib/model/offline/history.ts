/**
 * The conversation as the offline assistant reads it: turns, each with what was asked for, which calls ran with which
 * results, and what was said.
 */
import { z } from "zod";
import type { ModelMessage } from "../model";

export type Ran = { tool: string; arguments: unknown; result: unknown };

export type PastTurn = {
  /** What the person said. */
  message: string;
  ran: Ran[];
  /** What was answered, joined. */
  text: string;
};

const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return { error: "failed", message: "The result could not be read." };
  }
};

/** Oldest first; the last one is the turn that is asked for. */
export const turnsOf = (messages: readonly ModelMessage[]): PastTurn[] => {
  const turns: PastTurn[] = [];
  const calls = new Map<string, string>();
  for (const message of messages) {
    if (message.role === "user") {
      turns.push({ message: message.content, ran: [], text: "" });
      continue;
    }
    const turn = turns.at(-1);
    if (!turn) continue;
    if (message.role === "assistant") {
      turn.text += message.content;
      for (const call of message.toolCalls) calls.set(call.id, call.arguments);
    } else {
      const { tool, callId, content } = message;
      turn.ran.push({
        tool,
        arguments: parsed(calls.get(callId) ?? "{}"),
        result: parsed(content),
      });
    }
  }
  return turns;
};

/** A task as `list_tasks` shows it. */
export const listedTask = z.object({
  task_id: z.int(),
  title: z.string(),
  status: z.enum(["pending", "completed"]),
  priority: z.enum(["none", "low", "medium", "high"]).optional(),
  due_on: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
  due_time: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
  due: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
  description: z.string().optional(),
});
export type ListedTask = z.infer<typeof listedTask>;

/** A task of which nothing but its number is known. */
export const unseen = (task_id: number): ListedTask => ({
  task_id,
  title: "",
  status: "pending",
  due_on: undefined,
  due_time: undefined,
  due: undefined,
});

export const listResult = z.object({ tasks: z.array(listedTask), more: z.int().default(0) });

/** What any tool on one task gives back. */
export const changeResult = z.object({
  task_id: z.int(),
  title: z.string(),
  status: z.string().optional(),
  due: z.string().nullish(),
  priority: z.string().nullish(),
  changed: z.array(z.string()).optional(),
  already: z.boolean().optional(),
  completed: z.boolean().optional(),
});
export type ChangeResult = z.infer<typeof changeResult>;

export const failure = z.object({
  error: z.string(),
  message: z.string(),
  candidates: z
    .array(z.object({ task_id: z.int(), title: z.string(), due_on: z.string().nullish() }))
    .optional(),
});

/** The numbers of the tasks that were changed by a turn and still exist. */
export const changedIn = (turn: PastTurn): number[] => {
  const ids = turn.ran.flatMap(({ tool, result }) => {
    const change = changeResult.safeParse(result);
    return tool !== "list_tasks" && change.success ? [change.data.task_id] : [];
  });
  return [...new Set(ids)];
};

const undoing = z.object({ tasks: z.array(z.object({ task_id: z.int() })) });

/** The numbers of the tasks that a turn's undo put back. */
export const undoneIn = (turn: PastTurn): number[] =>
  turn.ran.flatMap(({ tool, result }) => {
    const undone = undoing.safeParse(result);
    return tool === "undo" && undone.success ? undone.data.tasks.map((task) => task.task_id) : [];
  });

const LIST_LINE = /^\s*(?:[-*•]|\d+[.)])\s+(?:\[[ x]\]\s+|~~)*#(\d+)\b/gm;
const NUMBER = /#(\d+)\b/g;

/** The numbers of the tasks that a turn's answer showed, in the order of its lines. */
export const shownIn = (turn: PastTurn): number[] => {
  const lines = [...turn.text.matchAll(LIST_LINE)];
  const found = lines.length > 0 ? lines : [...turn.text.matchAll(NUMBER)];
  return [...new Set(found.map((match) => Number(match[1])))];
};

/** The tasks that were added, as far as the conversation tells, oldest first. */
export const addedIn = (turns: readonly PastTurn[]): number[] =>
  turns.flatMap(({ ran }) =>
    ran.flatMap(({ tool, result }) => {
      const added = changeResult.safeParse(result);
      return tool === "add_task" && added.success ? [added.data.task_id] : [];
    }),
  );

/** What "it", "them" and "the second one" point at: the tasks of the latest turn that had any to do with tasks. */
export type Focus = { ids: number[]; source: "changed" | "shown" };

const FOCUS_TURNS = 8;

export const focusOf = (turns: readonly PastTurn[]): Focus | undefined => {
  for (const turn of turns.slice(-FOCUS_TURNS).toReversed()) {
    const changed = changedIn(turn);
    if (changed.length > 0) return { ids: changed, source: "changed" };
    const shown = shownIn(turn);
    if (shown.length > 0) return { ids: shown, source: "shown" };
  }
  return undefined;
};

/** The latest list of two or more, or of as many as a place in it needs. */
export const listOf = (turns: readonly PastTurn[], least = 2): number[] | undefined => {
  for (const turn of turns.slice(-FOCUS_TURNS).toReversed()) {
    const shown = shownIn(turn);
    if (shown.length >= Math.max(2, least)) return shown;
    const changed = changedIn(turn);
    if (changed.length >= Math.max(2, least)) return changed;
  }
  return undefined;
};

/** Whether a call waited for a yes and did not get it. */
export const isRejected = (ran: Ran): boolean => {
  const failed = failure.safeParse(ran.result);
  return failed.success && failed.data.error === "rejected";
};

const deletion = z.object({ task_id: z.coerce.number() });

/** The tasks whose deletion a turn asked for and did not get: what a late "yes" is about. */
export const refusedIn = (turn: PastTurn): ListedTask[] => {
  const refused = turn.ran.filter((ran) => ran.tool === "delete_task" && isRejected(ran));
  const ids = refused.flatMap((ran) => {
    const args = deletion.safeParse(ran.arguments);
    return args.success ? [args.data.task_id] : [];
  });
  const listing = listResult.safeParse(turn.ran.find(({ tool }) => tool === "list_tasks")?.result);
  return listing.success ? listing.data.tasks.filter((task) => ids.includes(task.task_id)) : [];
};
