"use client";
/** A secret right after it was made: to be copied now, because nobody can show it again. */
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";

export type ShownOnceProps = {
  label: string;
  value: string;
  hint: string;
  /** What it is, for the button and what is said: "link", "token". */
  what: string;
  onDone: () => void;
};

export const ShownOnce = ({ label, value, hint, what, onDone }: ShownOnceProps) => {
  const field = useRef<HTMLInputElement>(null);
  const toast = useToast();
  const copy = async () => {
    const name = what.charAt(0).toUpperCase() + what.slice(1);
    try {
      // There is no clipboard on an address without https.
      await navigator.clipboard.writeText(value);
      toast({ message: `${name} copied.` });
    } catch {
      field.current?.select();
      toast({
        tone: "error",
        message: `The browser did not allow copying. The ${what} is selected.`,
      });
    }
  };
  return (
    <div role="status" className="grid gap-4 rounded-card border border-line bg-surface p-4">
      <TextField
        ref={field}
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        hint={hint}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => void copy()}>
          Copy {what}
        </Button>
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  );
};
