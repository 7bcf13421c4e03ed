"use client";
/** A conversation's title, being changed where it stands: Enter keeps it, Escape leaves it as it was. */
import { useRef } from "react";

export const RenameField = ({
  title,
  onDone,
}: {
  title: string;
  /** The new title, or null when nothing is to change. Called once. */
  onDone: (title: string | null) => void;
}) => {
  // Taking the field away blurs it, after Enter or Escape have said already what is to happen.
  const done = useRef(false);
  const finish = (value: string | null) => {
    if (done.current) return;
    done.current = true;
    const trimmed = value?.trim() ?? "";
    onDone(trimmed === "" || trimmed === title ? null : trimmed);
  };
  return (
    <input
      ref={(input) => {
        input?.focus();
        input?.select();
      }}
      aria-label="Title"
      dir="auto"
      defaultValue={title}
      maxLength={200}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        // While an input method composes, Enter chooses among its candidates.
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") finish(event.currentTarget.value);
        if (event.key === "Escape") {
          event.preventDefault();
          finish(null);
        }
      }}
      className="h-9 w-full rounded-control border border-line-strong bg-raised px-2 text-14 text-ink focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 pointer-coarse:h-11 pointer-coarse:text-[16px]"
    />
  );
};
