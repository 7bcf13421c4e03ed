/**
 * What a tool call shows: the words of its line, from committed rows where there are any, and the tasks to choose
 * from where a title fitted several. Pure; `tool-call.tsx` renders it.
 */
import { hasNewDue, remarkOf, verbOf } from "@/components/tasks/change-words";
import type { Approval, MessagePart, ToolCallPart } from "@/lib/conversations/schema";
import type { Change, Task } from "@/lib/tasks/schema";

export type ReceiptIcon =
  Change["kind"] | "looked" | "working" | "waiting" | "kept" | "unchanged" | "failed";

export type ReceiptLine = {
  key: string;
  icon: ReceiptIcon;
  /** "Added", "Adding…", "Not added". */
  verb: string;
  number: number | null;
  title: string | null;
  /** In plain words, after the title: why not, or what it was before. */
  remark: string | null;
  /** The task whose date is worth saying here. */
  due: Task | null;
  priority: Exclude<Task["priority"], "none"> | null;
  /** The committed row, where there is one. */
  change: Change | null;
};

export type Candidate = {
  number: number;
  title: string;
  dueOn: string | null;
  dueTime: string | null;
};

type ToolWords = { doing: string; failed: string };

const TOOLS: Record<string, ToolWords> = {
  add_task: { doing: "Adding…", failed: "Not added" },
  complete_task: { doing: "Completing…", failed: "Not completed" },
  update_task: { doing: "Changing…", failed: "Not changed" },
  delete_task: { doing: "Deleting…", failed: "Not deleted" },
  undo: { doing: "Taking back…", failed: "Nothing taken back" },
  list_tasks: { doing: "Looking at your tasks…", failed: "Could not look at your tasks" },
};
const OTHER_TOOL: ToolWords = { doing: "Working…", failed: "Not done" };

const REASONS: Record<string, string> = {
  not_found: "there is no such task",
  ambiguous: "several tasks fit",
  invalid_arguments: "the request was not understood",
};
const OTHER_REASON = "it did not go through";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (record: unknown, ...names: string[]): string | null => {
  if (!isRecord(record)) return null;
  for (const name of names) {
    const value = record[name];
    if (typeof value === "string" && value.trim() !== "") return value;
  }
  return null;
};

/** A task's number, which models also write as text. */
const numberOf = (record: unknown): number | null => {
  if (!isRecord(record)) return null;
  const number = Number(record["task_id"] ?? Number.NaN);
  return Number.isInteger(number) && number > 0 ? number : null;
};

const PLAIN = {
  number: null,
  title: null,
  remark: null,
  due: null,
  priority: null,
  change: null,
} as const;

const changeLine = (change: Change): ReceiptLine => {
  const { id, kind, before, after, task_id: number } = change;
  const says = kind === "created" || kind === "updated" || kind === "restored";
  const hasNewPriority = after !== null && after.priority !== (before?.priority ?? "none");
  return {
    key: id,
    icon: kind,
    verb: verbOf(change),
    number,
    title: (after ?? before)?.title ?? null,
    remark: remarkOf(change),
    due: says && hasNewDue(change) ? after : null,
    priority: says && hasNewPriority && after.priority !== "none" ? after.priority : null,
    change,
  };
};

/** Calls that wait for a yes, by their id: the task that each would remove, as the person is asked about it. */
export const waitingTasks = (
  parts: readonly MessagePart[],
  approval: Approval | null,
): ReadonlyMap<string, Approval["calls"][number]["tasks"][number] | null> => {
  const calls = parts.flatMap((part) =>
    part.type === "tool_call" && part.status === "running" ? [part.call_id] : [],
  );
  return new Map(calls.map((id, index) => [id, approval?.calls[index]?.tasks[0] ?? null]));
};

/** The line of a call that waits for a yes; `task` is the one it would remove. */
export const waitingLine = (
  call: ToolCallPart,
  task: { id: number; title: string } | null,
): ReceiptLine => ({
  ...PLAIN,
  key: call.call_id,
  icon: "waiting",
  verb: "Waiting for your yes",
  number: task?.id ?? numberOf(call.arguments),
  title: task?.title ?? textOf(call.arguments, "task_title"),
});

/** The task that was to be deleted and was kept, as it was called then. */
const keptTask = ({ result }: ToolCallPart): Partial<Pick<ReceiptLine, "number" | "title">> => {
  const task = isRecord(result) ? result["task"] : undefined;
  const [number, title] = [numberOf(task), textOf(task, "title")];
  return number === null || title === null ? {} : { number, title };
};

/** The lines of a call, at least one: the same number and height before and after it ran. */
export const receiptLines = (call: ToolCallPart): ReceiptLine[] => {
  const words = TOOLS[call.tool] ?? OTHER_TOOL;
  const asked = {
    ...PLAIN,
    key: call.call_id,
    number: numberOf(call.arguments),
    title:
      call.tool === "add_task"
        ? textOf(call.arguments, "title")
        : textOf(call.arguments, "task_title"),
  };
  switch (call.status) {
    case "running":
      return [{ ...asked, icon: "working", verb: words.doing }];
    case "rejected":
      return call.tool === "delete_task"
        ? [{ ...asked, ...keptTask(call), icon: "kept", verb: "Kept" }]
        : [{ ...asked, icon: "unchanged", verb: words.failed, remark: "it was not approved" }];
    case "failed": {
      const code = textOf(call.result, "error") ?? "";
      const remark =
        call.tool === "undo" && code === "not_found"
          ? "there was nothing to take back"
          : (REASONS[code] ?? OTHER_REASON);
      return [{ ...asked, icon: "failed", verb: words.failed, remark }];
    }
    case "completed":
      if (call.changes.length > 0) return call.changes.map(changeLine);
      if (call.tool === "list_tasks") {
        return [{ ...PLAIN, key: call.call_id, icon: "looked", verb: "Looked at your tasks" }];
      }
      return [
        {
          ...PLAIN,
          key: call.call_id,
          icon: "unchanged",
          verb: "Nothing to change",
          number: numberOf(call.result) ?? asked.number,
          title: textOf(call.result, "title") ?? asked.title,
        },
      ];
  }
};

/** The tasks that a title fitted, where a call changed nothing for that reason. */
export const candidatesOf = (call: ToolCallPart): Candidate[] => {
  if (call.status !== "failed" || !isRecord(call.result)) return [];
  const { candidates } = call.result;
  if (!Array.isArray(candidates)) return [];
  return candidates.flatMap((candidate: unknown) => {
    const number = numberOf(candidate);
    const title = textOf(candidate, "title");
    if (number === null || title === null) return [];
    const dueOn = textOf(candidate, "due_on");
    return [{ number, title, dueOn, dueTime: textOf(candidate, "due_time") }];
  });
};

/** A line as one sentence, for those who hear it. */
export const spokenLine = ({ verb, number, title, remark }: ReceiptLine): string =>
  [verb, number === null ? null : `number ${number}`, title, remark]
    .filter((words) => words !== null)
    .join(", ");
