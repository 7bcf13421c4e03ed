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
import { memo, useState } from "react";
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
      className={clsx("truncate text-ink", (undone || line.icon === "deleted") && "line-through")}
    >
      {title}
    </bdi>
  );
};

const Line = ({
  line,
  undone,
  timeZone,
}: {
  line: ReceiptLine;
  undone: boolean;
  timeZone: string;
}) => (
  <span className="flex h-8 min-w-0 items-center gap-2 pointer-coarse:h-11">
    <LineIcon icon={line.icon} />
    <span className={clsx("shrink-0", undone && "line-through")}>{line.verb}</span>
    {line.number !== null && <span className="shrink-0 tabular-nums">#{line.number}</span>}
    <Title line={line} undone={undone} />
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
  </span>
);

const Curious = ({ label, value }: { label: string; value: unknown }) => (
  <>
    <dt className="mt-2 text-12 text-ink-soft">{label}</dt>
    <dd>
      <div role="group" aria-label={label} tabIndex={0} className="max-h-60 overflow-y-auto">
        <pre dir="ltr" className="text-12 [overflow-wrap:anywhere] whitespace-pre-wrap text-ink">
          {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
        </pre>
      </div>
    </dd>
  </>
);

/** The end of a line: what can be done about the change, once the ledger has said how it stands. */
const LineEnd = ({
  line,
  row,
  onProblem,
}: {
  line: ReceiptLine;
  row: Change | undefined;
  onProblem: (sentence: string | null) => void;
}) => {
  const undo = useUndoChange(onProblem);
  return (
    <span className="flex h-8 items-center pointer-coarse:h-11">
      {row && (
        <UndoButton
          line={line}
          undone={row.undone}
          busy={undo.busy}
          onPress={() => undo.run(row)}
        />
      )}
    </span>
  );
};

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
    const candidates = candidatesOf(call);
    const plain = waitsWith === undefined ? receiptLines(call) : [waitingLine(call, waitsWith)];
    const lines = plain.map((line) => ({
      line,
      row: line.change && ledger?.find(({ id }) => id === line.change?.id),
    }));
    return (
      <div data-call>
        <div className="flex items-start gap-2">
          <details className="group/call min-w-0 flex-1 text-14 text-ink-soft">
            <summary className="-mx-2 cursor-pointer list-none rounded-control px-2 transition-colors hover:bg-hover [&::-webkit-details-marker]:hidden">
              {lines.map(({ line, row }) => (
                <Line
                  key={line.key}
                  line={line}
                  undone={row?.undone ?? false}
                  timeZone={timeZone}
                />
              ))}
            </summary>
            <dl className="mb-2 ml-6 rounded-control border border-line bg-surface px-3 pb-3">
              <Curious label="Tool" value={call.tool} />
              <Curious label="Asked for" value={call.arguments} />
              {call.status !== "running" && <Curious label="Result" value={call.result} />}
            </dl>
          </details>
          {call.changes.length > 0 && (
            <div className="flex flex-col items-end">
              {lines.map(({ line, row }) => (
                <LineEnd key={line.key} line={line} row={row ?? undefined} onProblem={setProblem} />
              ))}
            </div>
          )}
        </div>
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
