/**
 * The form of the grammar's rules: what a clause can mean, by patterns over the classes (see `../words/pattern.ts`).
 * `weak` rules use verbs that also begin things to do ("cancel the gym membership"): where no task fits their target,
 * the clause is one to add. `loose` rules begin with a target, which then must not look like something else.
 */
export type Act =
  | "undo"
  | "repeat"
  | "add"
  | "add.whole"
  | "add.list"
  | "add.onto"
  | "add.nothing"
  | "add.supplies"
  | "remind"
  | "note"
  | "describe"
  | "describe.clear"
  | "describe.nothing"
  | "rename"
  | "rename.part"
  | "rename.nothing"
  | "change.nothing"
  | "due"
  | "due.shift"
  | "time.clear"
  | "due.clear"
  | "due.ask"
  | "priority"
  | "priority.clear"
  | "complete"
  | "reopen"
  | "delete"
  | "did"
  | "show"
  | "find"
  | "when"
  | "is-done"
  | "detail"
  | "ahead"
  | "refuse"
  | "how-to";

export type Rule = { act: Act; patterns: readonly string[]; weak?: true; loose?: true };
