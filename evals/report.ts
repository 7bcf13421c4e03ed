/**
 * The result of an evaluation as text: a table by category, and each failure with what was said and expected.
 */
import { priceOf } from "@/lib/model/pricing";
import type { Played } from "./play";

export const isRight = (played: Played): boolean => played.faults.length === 0;

export const tableOf = (played: readonly Played[], model: string): string => {
  const categories = [...new Set(played.map(({ dialogue }) => dialogue.category))];
  const row = (name: string, part: readonly Played[]): string => {
    const right = part.filter(isRight).length;
    const share = part.length === 0 ? 0 : (100 * right) / part.length;
    const damaged = part.filter((one) => one.damaged).length;
    return `${name.padEnd(14)} ${String(right).padStart(5)} of ${String(part.length).padStart(4)}  ${share.toFixed(1).padStart(5)} %  ${damaged > 0 ? `${damaged} damaged` : ""}`.trimEnd();
  };
  const lines = [
    ...categories.map((name) =>
      row(
        name,
        played.filter(({ dialogue }) => dialogue.category === name),
      ),
    ),
    row("all", played),
    `Model: ${model}. Processor time in the model, by turn: ${timesOf(played)}.`,
  ];
  const tokens = played.reduce(
    (sum, { usage }) => sum + usage.promptTokens + usage.completionTokens,
    0,
  );
  if (tokens > 0) lines.push(`${tokens} tokens.${costOf(played, model)}`);
  return `${lines.join("\n")}\n`;
};

const timesOf = (played: readonly Played[]): string => {
  const times = played.flatMap(({ modelMs }) => modelMs).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms`;
};

const costOf = (played: readonly Played[], model: string): string => {
  const costs = played.map(({ usage }) => priceOf(model, usage));
  const known = costs.filter((cost): cost is number => cost !== null);
  return known.length === costs.length
    ? ` $${known.reduce((sum, cost) => sum + cost, 0).toFixed(4)}.`
    : "";
};

export const failuresOf = (played: readonly Played[]): string =>
  played
    .filter((one) => !isRight(one))
    .map(({ dialogue, faults, replies, calls, damaged }) =>
      [
        `✗ ${dialogue.id}${damaged ? " (damaged)" : ""}`,
        ...dialogue.setup.map(
          (task, index) =>
            `    #${index + 1} ${task.title}${task.completed ? " (done)" : ""}${task.due_on ? ` ${task.due_on}` : ""}`,
        ),
        ...dialogue.turns.flatMap((turn, index) => [
          `    > ${turn}`,
          `    < ${(replies[index] ?? "").replaceAll("\n", "\n      ")}`,
        ]),
        ...calls.map((call) => `    ${call}`),
        ...faults.map((fault) => `    ! ${fault}`),
        "",
      ].join("\n"),
    )
    .join("\n");
