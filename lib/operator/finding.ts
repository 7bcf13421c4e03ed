/** What `npm run doctor` found out about one thing. The form is also what a running server answers with. */
import { z } from "zod";

export const finding = z.object({
  check: z.enum(["node", "settings", "secret", "address", "port", "database", "clock", "model"]),
  status: z.enum(["ok", "warning", "failed"]),
  /** What is so, in a sentence. Never a secret. */
  found: z.string(),
  /** What can be done about it, where something should be. */
  advice: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;
export type Check = Finding["check"];

export const examination = z.object({
  version: z.string(),
  pid: z.int(),
  findings: z.array(finding),
});
export type Examination = z.infer<typeof examination>;

export const ok = (check: Check, found: string): Finding => ({ check, status: "ok", found });

export const warning = (check: Check, found: string, advice: string): Finding => ({
  check,
  status: "warning",
  found,
  advice,
});

export const failed = (check: Check, found: string, advice?: string): Finding => ({
  check,
  status: "failed",
  found,
  ...(advice && { advice }),
});

/** A failure that was told in sentences: the first says what is so, the others what can be done. */
export const failedAs = (check: Check, sentences: string): Finding => {
  const [found = "", ...advice] = sentences.split(/(?<=\.)\s+/);
  return failed(check, found, advice.join(" "));
};
