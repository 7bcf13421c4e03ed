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
import { memo } from "react";
import { DueChip, PriorityChip } from "@/components/tasks/task-chips";
import { useKnownTitle } from "@/components/tasks/use-known-title";
import { Spinner } from "@/components/ui/spinner";
import type { ToolCallPart } from "@/lib/conversations/schema";
import { Candidates } from "./candidates";
import {
  candidatesOf,
  receiptLines,
  waitingLine,
  type ReceiptIcon,
  type ReceiptLine,
} from "./receipt";

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
const Title = ({ line }: { line: ReceiptLine }) => {
  const known = useKnownTitle(line.title === null ? line.number : null);
  const title = line.title ?? known;
  if (title === null) return null;
  return (
    <bdi className={clsx("truncate text-ink", line.icon === "deleted" && "line-through")}>
      {title}
    </bdi>
  );
};

const Line = ({ line, timeZone }: { line: ReceiptLine; timeZone: string }) => (
  <span className="flex h-8 min-w-0 items-center gap-2 pointer-coarse:h-9">
    <LineIcon icon={line.icon} />
    <span className="shrink-0">{line.verb}</span>
    {line.number !== null && <span className="shrink-0 tabular-nums">#{line.number}</span>}
    <Title line={line} />
    {line.remark !== null && (
      <span className="max-w-[45%] shrink-0 truncate">
        <span aria-hidden="true">· </span>
        <bdi>{line.remark}</bdi>
      </span>
    )}
    {line.due && <DueChip due={line.due} timeZone={timeZone} />}
    {line.priority && (
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

export const ToolCall = memo(
  ({
    call,
    timeZone,
    waitsWith,
    onChoose,
  }: {
    call: ToolCallPart;
    timeZone: string;
    /** For a call that waits for a yes: the task it would remove, null where that is not known yet. */
    waitsWith: { id: number; title: string } | null | undefined;
    /** Sends words; null where nothing can be sent. */
    onChoose: ((text: string) => void) | null;
  }) => {
    const candidates = candidatesOf(call);
    const lines = waitsWith === undefined ? receiptLines(call) : [waitingLine(call, waitsWith)];
    return (
      <div data-call>
        <details className="group/call text-14 text-ink-soft">
          <summary className="-mx-2 cursor-pointer list-none rounded-control px-2 transition-colors hover:bg-hover [&::-webkit-details-marker]:hidden">
            {lines.map((line) => (
              <Line key={line.key} line={line} timeZone={timeZone} />
            ))}
          </summary>
          <dl className="mb-2 ml-6 rounded-control border border-line bg-surface px-3 pb-3">
            <Curious label="Tool" value={call.tool} />
            <Curious label="Asked for" value={call.arguments} />
            {call.status !== "running" && <Curious label="Result" value={call.result} />}
          </dl>
        </details>
        {candidates.length > 0 && (
          <Candidates candidates={candidates} timeZone={timeZone} onChoose={onChoose} />
        )}
      </div>
    );
  },
);
ToolCall.displayName = "ToolCall";
