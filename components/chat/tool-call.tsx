"use client";
/**
 * A tool call on one quiet line for each thing it changed; pressing it opens what was asked and what came back.
 * The line of a call that still runs is the same line in its unfinished state, so that nothing jumps.
 */
import {
  Bookmark,
  Check,
  CircleAlert,
  CircleHelp,
  CircleMinus,
  ListTodo,
  Pencil,
  Plus,
  RotateCcw,
  Trash2,
  Undo2,
  type LucideIcon,
} from "lucide-react";
import clsx from "clsx";
import { memo, useId, useState } from "react";
import { openedTask } from "@/components/tasks/opened-task";
import { DueChip, PriorityChip } from "@/components/tasks/task-chips";
import { useKnownTitle } from "@/components/tasks/use-known-title";
import { useUndoChange } from "@/components/tasks/use-undo";
import { Chip } from "@/components/ui/chip";
import { Spinner } from "@/components/ui/spinner";
import type { ToolCallPart } from "@/lib/conversations/schema";
import type { Change } from "@/lib/tasks/schema";
import { Candidates } from "./candidates";
import {
  candidatesOf,
  receiptLines,
  spokenLine,
  waitingLine,
  type ReceiptIcon,
  type ReceiptLine,
} from "./receipt";
import { UndoButton } from "./undo-button";

const ICONS: Record<Exclude<ReceiptIcon, "working">, LucideIcon> = {
  created: Plus,
  updated: Pencil,
  completed: Check,
  reopened: RotateCcw,
  deleted: Trash2,
  restored: Undo2,
  looked: ListTodo,
  unchanged: CircleMinus,
  failed: CircleAlert,
  waiting: CircleHelp,
  kept: Bookmark,
};

const LineIcon = ({ icon }: { icon: ReceiptIcon }) => {
  if (icon === "working") return <Spinner className="size-4 shrink-0" />;
  const Icon = ICONS[icon];
  return (
    <Icon
      aria-hidden="true"
      className={clsx("size-4 shrink-0", icon === "completed" && "text-success")}
    />
  );
};

/** The title, which a call that only named the number leaves to the list of tasks. */
const Title = ({ line, undone }: { line: ReceiptLine; undone: boolean }) => {
  const known = useKnownTitle(line.title === null ? line.number : null);
  const title = line.title ?? known;
  if (title === null) return null;
  return (
    // What is gone is struck through: a deleted task, or a change that was taken back.
    <bdi
      className={clsx(
        // The taller line of a touch screen has room for two.
        "truncate text-ink pointer-coarse:line-clamp-2 pointer-coarse:leading-5 pointer-coarse:whitespace-normal",
        (undone || line.icon === "deleted") && "line-through",
      )}
    >
      {title}
    </bdi>
  );
};

/** Number and title; where there is a row of the ledger, they open the task. */
const Task = ({ line, undone }: { line: ReceiptLine; undone: boolean }) => {
  const words = (
    <>
      {line.number !== null && (
        <span className="shrink-0 text-ink-soft tabular-nums">#{line.number}</span>
      )}
      <Title line={line} undone={undone} />
    </>
  );
  const { change } = line;
  if (change === null) return words;
  return (
    <button
      type="button"
      onClick={() => openedTask.set(change.task_id)}
      className="pointer-events-auto flex h-full min-w-0 items-center gap-2 rounded-control text-start hover:underline"
    >
      <span className="sr-only">Open task </span>
      {words}
    </button>
  );
};

const Line = ({
  line,
  row,
  timeZone,
  onProblem,
}: {
  line: ReceiptLine;
  /** The change as the ledger has it now; undefined while that is not known. */
  row: Change | undefined;
  timeZone: string;
  onProblem: (sentence: string | null) => void;
}) => {
  const undo = useUndoChange(onProblem);
  const undone = row?.undone ?? false;
  return (
    // The button for the details lies under the line: what can be pressed in it lies above.
    <div className="pointer-events-none relative flex h-8 min-w-0 items-center gap-2 pointer-coarse:h-11">
      <LineIcon icon={line.icon} />
      <span className={clsx("shrink-0", undone && "line-through")}>{line.verb}</span>
      <Task line={line} undone={undone} />
      {undone && <Chip className="shrink-0">Undone</Chip>}
      {line.remark !== null && !undone && (
        <span className="max-w-[45%] shrink-0 truncate">
          <span aria-hidden="true">· </span>
          <bdi>{line.remark}</bdi>
        </span>
      )}
      {line.due && !undone && <DueChip due={line.due} timeZone={timeZone} />}
      {line.priority && !undone && (
        // On a phone the title needs the room more.
        <span className="max-md:hidden">
          <PriorityChip priority={line.priority} />
        </span>
      )}
      {row && (
        <span className="pointer-events-auto ms-auto flex shrink-0 items-center">
          <UndoButton line={line} undone={undone} busy={undo.busy} onPress={() => undo.run(row)} />
        </span>
      )}
    </div>
  );
};

const Curious = ({ label, value }: { label: string; value: unknown }) => (
  <>
    <dt className="mt-2 text-12 text-ink-soft">{label}</dt>
    <dd>
      <div
        role="group"
        aria-label={label}
        tabIndex={0}
        className="relative max-h-60 overflow-y-auto"
      >
        <pre dir="ltr" className="text-12 [overflow-wrap:anywhere] whitespace-pre-wrap text-ink">
          {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
        </pre>
      </div>
    </dd>
  </>
);

export const ToolCall = memo(
  ({
    call,
    ledger,
    timeZone,
    waitsWith,
    onChoose,
  }: {
    call: ToolCallPart;
    /** The turn's changes as they stand now; undefined while that is not known. */
    ledger: readonly Change[] | undefined;
    timeZone: string;
    /** For a call that waits for a yes: the task it would remove, null where that is not known yet. */
    waitsWith: { id: number; title: string } | null | undefined;
    /** Sends words; null where nothing can be sent. */
    onChoose: ((text: string) => void) | null;
  }) => {
    const [problem, setProblem] = useState<string | null>(null);
    const [open, setOpen] = useState(false);
    const detailsId = useId();
    const candidates = candidatesOf(call);
    const plain = waitsWith === undefined ? receiptLines(call) : [waitingLine(call, waitsWith)];
    const rowOf = ({ change }: ReceiptLine) =>
      change === null ? undefined : ledger?.find(({ id }) => id === change.id);
    return (
      <div data-call className="text-14 text-ink-soft">
        <div className="relative -mx-2 rounded-control px-2 transition-colors hover:bg-hover">
          <button
            type="button"
            aria-label={`Details: ${plain.map(spokenLine).join("; ")}`}
            aria-expanded={open}
            aria-controls={detailsId}
            onClick={() => setOpen((now) => !now)}
            className="absolute inset-0 size-full cursor-pointer rounded-control"
          />
          {plain.map((line) => (
            <Line
              key={line.key}
              line={line}
              row={rowOf(line)}
              timeZone={timeZone}
              onProblem={setProblem}
            />
          ))}
        </div>
        {open && (
          <dl
            id={detailsId}
            className="mb-2 ml-6 rounded-control border border-line bg-surface px-3 pb-3"
          >
            <Curious label="Tool" value={call.tool} />
            <Curious label="Asked for" value={call.arguments} />
            {call.status !== "running" && <Curious label="Result" value={call.result} />}
          </dl>
        )}
        {problem !== null && (
          <p role="alert" className="mb-1 ml-6 text-13 text-danger">
            {problem}
          </p>
        )}
        {candidates.length > 0 && (
          <Candidates candidates={candidates} timeZone={timeZone} onChoose={onChoose} />
        )}
      </div>
    );
  },
);
ToolCall.displayName = "ToolCall";
