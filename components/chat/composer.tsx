"use client";
/**
 * Where a message is written. Enter sends, Shift+Enter makes a new line; on a touch screen Enter makes the new line
 * and the button sends. While a turn runs one can type ahead; the button then stops the turn.
 */
import { ArrowUp, Square } from "lucide-react";
import clsx from "clsx";
import {
  useEffect,
  useLayoutEffect,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import { AssistantLabel, type AssistantInfo } from "./assistant-label";
import type { Drafts } from "./drafts";
import { isTouch } from "./is-touch";
import { lengthNearLimit, LIMIT, PASTE_MAX } from "./message-limit";
import { useDraft } from "./use-chat";

/** Eight lines, in pixels. */
const TALLEST = 8 * 24;
/** Text longer than this is as tall as it gets; measuring it would only be slow. */
const SURELY_TALL = 4_000;

const TOO_LONG = `That is too long to paste: a message may have ${LIMIT.toLocaleString("en-US")} characters.`;
const STILL_RUNNING = "Errand is still answering. Wait for it, or stop it, to send this.";

const useGrowingHeight = (inputRef: RefObject<HTMLTextAreaElement | null>, text: string) => {
  useLayoutEffect(() => {
    const element = inputRef.current;
    if (!element) return;
    element.style.height = "auto";
    const height = text.length > SURELY_TALL ? TALLEST : Math.min(element.scrollHeight, TALLEST);
    element.style.height = `${height}px`;
  }, [inputRef, text]);
};

type ComposerProps = {
  /** The field, for those who give it the focus. */
  inputRef: RefObject<HTMLTextAreaElement | null>;
  drafts: Drafts;
  conversationId: string | null;
  /** A turn runs in this conversation. */
  busy: boolean;
  stopping: boolean;
  /** A sentence about the last thing that did not go through. */
  notice: string | null;
  assistant: AssistantInfo;
  /** The words were changed. */
  onEdit: () => void;
  onSend: (text: string) => void;
  onStop: () => void;
};

export const Composer = ({
  inputRef,
  drafts,
  conversationId,
  busy,
  stopping,
  notice,
  assistant,
  onEdit,
  onSend,
  onStop,
}: ComposerProps) => {
  const [text, setText] = useDraft(drafts, conversationId);
  const [hint, setHint] = useState<string | null>(null);
  const length = lengthNearLimit(text);
  const isTooLong = length !== null && length > LIMIT;
  const canSend = text.trim() !== "" && !isTooLong;
  // The hint is about waiting, and over when the wait is.
  const said = hint === STILL_RUNNING && !busy ? notice : (hint ?? notice);
  useGrowingHeight(inputRef, text);

  useEffect(() => {
    // What was typed before the page came alive is not lost.
    const typed = inputRef.current?.value ?? "";
    if (typed !== "" && drafts.get(conversationId) === "") drafts.set(conversationId, typed);
  }, [inputRef, drafts, conversationId]);

  useEffect(() => {
    if (!isTouch()) inputRef.current?.focus();
  }, [inputRef]);

  const change = (next: string) => {
    setHint(null);
    onEdit();
    setText(next);
  };

  const submit = () => {
    if (busy) {
      if (canSend) setHint(STILL_RUNNING);
      return;
    }
    if (!canSend) return;
    change("");
    onSend(text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.altKey) return;
    // Enter that ends a composition (Japanese, Chinese, Korean) belongs to the composition.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (isTouch() && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    submit();
  };

  const onPaste = (event: ClipboardEvent) => {
    if (text.length + event.clipboardData.getData("text/plain").length <= PASTE_MAX) return;
    event.preventDefault();
    setHint(TOO_LONG);
  };

  const press = (event: MouseEvent) => {
    if (!busy) return submit();
    // The second press of a double click on "Send" does not stop what it began.
    if (event.detail < 2) onStop();
  };

  return (
    <form
      aria-label="New message"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="mx-auto w-full max-w-[46rem] shrink-0 px-4 pt-1 pb-[max(1rem,env(safe-area-inset-bottom))] md:px-6"
    >
      <div role="alert" className="text-13 text-ink">
        {said !== null && (
          <p
            className={clsx(
              "mb-2 rounded-control px-3 py-2 [overflow-wrap:anywhere]",
              said === notice ? "bg-danger-soft" : "bg-hover",
            )}
          >
            {said}
          </p>
        )}
      </div>
      <div className="rounded-card border border-line-strong bg-raised transition-colors focus-within:border-focus">
        <textarea
          ref={inputRef}
          value={text}
          dir="auto"
          rows={1}
          aria-label="Message"
          aria-invalid={isTooLong || undefined}
          placeholder="Say what needs doing…"
          enterKeyHint="enter"
          autoComplete="off"
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          // 16 px on touch screens: below that, iOS zooms into the field.
          className="block max-h-48 w-full resize-none [scrollbar-width:thin] overflow-y-auto bg-transparent px-4 pt-3 pb-0 text-15 text-ink outline-none placeholder:text-ink-soft pointer-coarse:text-[16px]"
        />
        <div className="flex items-center gap-2 py-1.5 ps-2 pe-1.5">
          <AssistantLabel assistant={assistant} />
          {length !== null && (
            <span
              className={clsx(
                "ms-auto text-12 tabular-nums",
                isTooLong ? "text-danger" : "text-ink-soft",
              )}
            >
              {length.toLocaleString("en-US")} / {LIMIT.toLocaleString("en-US")}
              {isTooLong && <span> · too long to send</span>}
            </span>
          )}
          <button
            type="button"
            aria-label={busy ? "Stop" : "Send"}
            title={busy ? "Stop" : "Send"}
            aria-disabled={busy ? stopping : !canSend}
            // The focus, and with it the keyboard of a phone, stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={press}
            className={clsx(
              "grid size-9 shrink-0 place-items-center rounded-full transition-colors pointer-coarse:size-11",
              length === null && "ms-auto",
              busy || canSend
                ? "bg-accent text-on-accent hover:bg-accent-hover"
                : "cursor-default bg-hover text-ink-soft",
              stopping && "opacity-60",
            )}
          >
            {busy ? (
              <Square aria-hidden="true" className="size-3.5 fill-current" />
            ) : (
              <ArrowUp aria-hidden="true" className="size-5" />
            )}
          </button>
        </div>
      </div>
    </form>
  );
};
