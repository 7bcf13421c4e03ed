/**
 * What a clause means, as the stages hand it to each other: the interpreter makes commands, the plan carries them out.
 */
import type { Priority } from "@/lib/tasks/schema";

/** A day range, both ends included; either may be open. `label` is how the answer names it. */
export type DayRange = { from: string | null; to: string | null; label: string };

export type ListFilter = {
  status: "all" | "pending" | "completed";
  due?: "overdue" | "undated" | DayRange;
  priority?: Priority;
  /** Words of the title or note. */
  topic?: string;
};

/** Which tasks a phrase points at; turned into tasks by `match.ts`. */
export type Target =
  | { kind: "numbers"; numbers: number[] }
  /** Places in what was shown last, from 1; negative counts from the end, 0 is the middle. */
  | { kind: "places"; places: number[] }
  /** "it"; `many`: "them", `count`: "those two", `all`: "all of them". */
  | { kind: "pronoun"; many: boolean; count?: number; all?: true }
  /** "the one I just added"; `plain`: "the last one", which may be a place in a list too. */
  | { kind: "newest"; plain: boolean }
  /** "the first one I added": places among the tasks that this conversation added. */
  | { kind: "added"; places: number[] }
  /** "it" behind a clause with these words, which may name a task: "the passport one, put it on Wednesday". */
  | { kind: "mentioned"; text: string }
  /** The task whose title a clause says word by word, among other words; `deed`: its verb must be among them. */
  | { kind: "named"; text: string; deed?: true }
  /** "the other one"; `many`: "the rest", `count`: "the other two". */
  | { kind: "other"; many: boolean; count?: number }
  | { kind: "filter"; filter: ListFilter; except?: Target }
  /** `whole` is the phrase; `parts` the same cut at commas and "and", to try when no title fits the whole. */
  /** `filter`: what the words may say instead of naming a title: "the one due tomorrow". */
  | { kind: "title"; whole: string; parts: Target[]; filter?: ListFilter }
  /** A task that is called just so: "call mum friday", where "Call mum" is there. */
  | { kind: "same"; title: string }
  | { kind: "several"; targets: Target[] };

/** A distance in time. */
export type Shift = { count: number; unit: "minute" | "day" | "month" };

export type Fields = {
  title?: string;
  /** The person's own words, for the tool to resolve; null clears. */
  due?: string | null;
  /** Its time goes, its day stays. */
  timeless?: true;
  /** How far to move what it is due; a negative count is earlier. */
  shift?: Shift;
  priority?: Priority;
  description?: string;
  /** Text to be put under a note that is there already. */
  append?: string;
  /** A part of the title to be replaced by `title`. */
  part?: string;
  /** What `title` is said for: "change cat food to dog food", of "Buy cat food". */
  swaps?: string;
  /** `title` may be the object alone: "make it oat milk", of "Buy milk". */
  keepsVerb?: boolean;
};

export type NewTask = {
  title: string;
  due?: string;
  priority?: Priority;
  description?: string;
  /** The words that ask for a repetition, which is not possible yet. */
  repeat?: string;
  /** What it means instead, where there is a task of just that title: "…, delete old photos". */
  unless?: { change: "delete" | "complete"; title: string; sure: boolean };
};

export type Topic =
  | "greeting"
  | "thanks"
  | "help"
  | "goodbye"
  | "who"
  | "how-are-you"
  | "praise"
  | "insult"
  | "sorry"
  | "acknowledged"
  | "yes"
  | "no";

export type Change = "complete" | "reopen" | "delete" | "update";

/** `instead`: what is taken back first, once it is known which task is meant: "no, the other one". */
export type Command =
  | { kind: "add"; tasks: NewTask[] }
  | {
      kind: "change";
      change: Change;
      target: Target;
      fields: Fields;
      otherwise?: Command;
      instead?: Command;
      /** Two commands that it means where there is a task for the second one. */
      fork?: { first: Command; then: Command };
    }
  /** `otherwise`: what it means where no task fits ("find a plumber"). */
  /** `said`: the date, where nothing else was said ("tomorrow?"). */
  | {
      kind: "list";
      filter: ListFilter;
      count: boolean;
      next: boolean;
      otherwise?: Command;
      said?: string;
    }
  /** A question about certain tasks: what they are, when they are due, whether they are done. */
  /** `noted`: the question in its own words, which only a note could answer. */
  | { kind: "look"; target: Target; noted?: string }
  /** A reminder some time before something: before a task that has a date, or before a date. */
  | { kind: "ahead"; target: Target; shift: Shift; of: string; title?: string }
  | { kind: "undo" }
  | { kind: "talk"; topic: Topic }
  /** More is needed: what to add, which date, which title. */
  | {
      kind: "ask";
      about: "title" | "due" | "new-title" | "note" | "change";
      target?: Target;
      /** What is said already of what is to be added. */
      due?: string;
      /** What it means where no task fits: "we should move house". */
      otherwise?: Command;
    }
  /** A date alone, or another answer without a verb. */
  | {
      kind: "fragment";
      text: string;
      due?: string;
      priority?: Priority;
      numbers?: number[];
      /** A statement, which wants nothing. */
      aside?: true;
    }
  | {
      kind: "unclear";
      reason:
        "question" | "repeat" | "negated" | "foreign" | "cannot" | "long" | "no-redo" | "none";
      text: string;
      /** The task that is to be left as it is. */
      target?: Target;
    };
