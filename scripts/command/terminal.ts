/** The person at the command line: what they are told, and what they are asked. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

export type Terminal = {
  /** On stdout: what was asked for. */
  print(text: string): void;
  /** On stderr: what went wrong, and what is said on the way. */
  complain(text: string): void;
  /** False in a pipe or a script, where nobody can be asked. */
  readonly interactive: boolean;
  /** One line; with `hidden`, without showing what is typed. */
  ask(question: string, options?: { hidden?: boolean }): Promise<string>;
  /** All of stdin. */
  readAll(): Promise<string>;
};

/** Takes what readline would show of a password. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

const ask = async (question: string, { hidden = false } = {}): Promise<string> => {
  process.stderr.write(question);
  const output = hidden ? nowhere() : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  // Ctrl-C, or the end of the input, is no answer.
  const leaving = new AbortController();
  lines.once("SIGINT", () => leaving.abort());
  lines.once("close", () => leaving.abort());
  try {
    return await lines.question("", { signal: leaving.signal });
  } catch (error) {
    if (!leaving.signal.aborted) throw error;
    process.stderr.write("\n");
    process.exit(130);
  } finally {
    lines.close();
    if (hidden) process.stderr.write("\n");
  }
};

const readAll = async (): Promise<string> => {
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) text += String(chunk);
  return text;
};

/** This process's own. */
export const terminal: Terminal = {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  interactive: process.stdin.isTTY && process.stderr.isTTY,
  ask,
  readAll,
};
