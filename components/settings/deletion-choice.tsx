"use client";
/** When the assistant asks before it deletes tasks; saved as soon as it is chosen. */
import { useState } from "react";
import { api, ApiError } from "@/components/api";
import { useErrorToast } from "@/components/shell/use-error-toast";
import { useToast } from "@/components/ui/toast";
import type { Me } from "@/lib/users/schema";

type Choice = Me["confirm_deletions"];

const CHOICES: readonly { value: Choice; label: string; words: string }[] = [
  {
    value: "always",
    label: "Every time",
    words: "It shows the task and waits for your yes, for a single one too.",
  },
  {
    value: "many",
    label: "When there are several",
    words: "One task is deleted at once and can be undone. From the second on, it asks first.",
  },
  {
    value: "never",
    label: "Never",
    words: "It deletes what you name at once. Undo still brings everything back.",
  },
];

export const DeletionChoice = ({ initial }: { initial: Choice }) => {
  const [chosen, setChosen] = useState(initial);
  const toast = useToast();
  const fail = useErrorToast();

  const choose = async (next: Choice) => {
    setChosen(next);
    try {
      await api<Me>("/api/me", { method: "PATCH", body: { confirm_deletions: next } });
      toast({ message: "Saved." });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // What was chosen meanwhile stays.
      setChosen((now) => (now === next ? chosen : now));
      fail(`Not saved. ${error.message}`, error);
    }
  };

  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">The assistant asks before it deletes</legend>
      {CHOICES.map(({ value, label, words }) => (
        <label
          key={value}
          className="grid cursor-pointer grid-cols-[1rem_1fr] items-start gap-x-3 rounded-control border border-line bg-raised px-4 py-3 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="confirm_deletions"
            value={value}
            checked={chosen === value}
            onChange={() => void choose(value)}
            className="mt-0.5 size-4 accent-(--accent)"
          />
          <span className="text-14 font-medium text-ink">{label}</span>
          <span className="col-start-2 mt-0.5 text-13 text-ink-soft">{words}</span>
        </label>
      ))}
    </fieldset>
  );
};
