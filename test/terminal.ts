/** A person at the command line, for tests of commands: what they type, and what they saw. */
import type { Terminal } from "@/scripts/command/terminal";

export type Seen = {
  terminal: Terminal;
  printed: string[];
  complaints: string[];
  /** What they were asked; hidden answers are marked. */
  asked: string[];
};

/** Someone who answers each question with the next of `answers`; or a script that pipes `stdin` in. */
export const typing = (typed: { answers?: string[]; stdin?: string } = {}): Seen => {
  const answers = [...(typed.answers ?? [])];
  const seen: Omit<Seen, "terminal"> = { printed: [], complaints: [], asked: [] };
  const terminal: Terminal = {
    print: (text) => void seen.printed.push(text),
    complain: (text) => void seen.complaints.push(text),
    interactive: typed.answers !== undefined,
    ask: (question, { hidden = false } = {}) => {
      seen.asked.push(hidden ? `${question}(hidden)` : question);
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`Nobody expected to be asked: ${question}`);
      return Promise.resolve(answer);
    },
    readAll: () => Promise.resolve(typed.stdin ?? ""),
  };
  return { ...seen, terminal };
};
