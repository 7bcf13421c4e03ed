"use client";
/** What the person said: a soft bubble on the right. */
import { memo } from "react";
import type { ShownMessage } from "./chat-state";
import { MessageTime } from "./message-time";

export const UserMessage = memo(
  ({ message, timeZone }: { message: ShownMessage; timeZone: string }) => (
    <article id={message.id} className="group/message mb-5 flex items-end justify-end gap-2">
      <h2 className="sr-only">You said</h2>
      <span className="shrink-0 pointer-coarse:hidden">
        <MessageTime at={message.created_at} timeZone={timeZone} />
      </span>
      <div
        dir="auto"
        className="max-w-[85%] min-w-0 rounded-card bg-hover px-4 py-2 text-15 [overflow-wrap:anywhere] whitespace-pre-wrap text-ink"
      >
        {message.content}
      </div>
    </article>
  ),
);
UserMessage.displayName = "UserMessage";
