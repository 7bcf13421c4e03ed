"use client";
/** Reads each finished reply out once: what was said, what was done, and how it ended if it did not end well. */
import { useEffect, useState } from "react";
import { contentOf } from "@/lib/agent/transcript";
import type { Approval } from "@/lib/conversations/schema";
import { spokenApproval } from "./approval-card";
import type { ShownMessage } from "./chat-state";
import { receiptLines, spokenLine } from "./receipt";

const ENDS: Partial<Record<ShownMessage["status"], string>> = {
  cancelled: "Stopped.",
  interrupted: "The answer was interrupted.",
  failed: "The answer failed.",
};

/** A finished reply in the words of the page. */
export const spokenReply = ({ parts, status, error }: ShownMessage): string => {
  const receipts = parts.flatMap((part) =>
    part.type === "tool_call" && part.tool !== "list_tasks"
      ? receiptLines(part).map(spokenLine)
      : [],
  );
  return [
    ...receipts.map((line) => `${line}.`),
    contentOf(parts),
    error?.detail ?? ENDS[status] ?? "",
  ]
    .filter((words) => words !== "")
    .join(" ");
};

/** Long enough to be taken up for reading; after that the reply is found only where it stands. */
const KEPT_MS = 5000;

export const Announcer = ({
  message,
  approval,
}: {
  message: ShownMessage | undefined;
  /** What waits for a yes, where the focus did not go to it. */
  approval: Approval | null;
}) => {
  const [saidId, setSaidId] = useState<string | null>(null);
  const id = approval?.id ?? message?.id;

  useEffect(() => {
    if (id === undefined) return;
    const timer = setTimeout(() => setSaidId(id), KEPT_MS);
    return () => clearTimeout(timer);
  }, [id]);

  return (
    <div role="status" aria-live="polite" className="sr-only">
      {id !== undefined &&
        id !== saidId &&
        (approval ? spokenApproval(approval) : message && spokenReply(message))}
    </div>
  );
};
