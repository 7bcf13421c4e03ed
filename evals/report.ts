/**
 * The result of an evaluation as text: a table by category, and each failure with what was said and expected.
 */
import { priceOf } from "@/lib/model/pricing";
import type { Played } from "./play";

export const isRight = (played: Played): boolean => played.faults.length === 0;

/** The price of all that these dialogues asked for, in dollars; null where the model's isn't known. */
const costOf = (played: readonly Played[], model: string): number | null =>
  played.reduce<number | null>((sum, { usage }) => {
    const price = priceOf(model, usage);
    return sum === null || price === null ? null : sum + price;
  }, 0);

/** Tokens in and out, and the cost where it is known; nothing for a model that costs none. */
const paid = (played: readonly Played[], model: string): string => {
  const tokens = (kind: "promptTokens" | "completionTokens") =>
    played.reduce((sum, { usage }) => sum + usage[kind], 0);
  const cost = costOf(played, model);
  return [
    String(tokens("promptTokens")).padStart(9),
    String(tokens("completionTokens")).padStart(8),
    (cost === null ? "–" : `$${cost.toFixed(4)}`).padStart(9),
  ].join(" ");
};

const NAME = 14;

/** By category: how many dialogues were right, how many did damage, and what they cost. */
export const tableOf = (played: readonly Played[], model: string): string => {
  const categories = [...new Set(played.map(({ dialogue }) => dialogue.category))];
  const costs = played.some(({ usage }) => usage.promptTokens + usage.completionTokens > 0);
  const row = (name: string, part: readonly Played[]): string => {
    const right = part.filter(isRight).length;
    const share = part.length === 0 ? 0 : (100 * right) / part.length;
    const damaged = part.filter((one) => one.damaged).length;
    return [
      name.padEnd(NAME),
      String(right).padStart(5),
      "of",
      String(part.length).padStart(4),
      ` ${share.toFixed(1).padStart(5)} %`,
      ...(costs ? [paid(part, model)] : []),
      damaged > 0 ? ` ${damaged} damaged` : "",
    ]
      .join(" ")
      .trimEnd();
  };
  const head = `${"".padEnd(NAME + 23)}${"tokens in".padStart(9)} ${"out".padStart(8)} ${"cost".padStart(9)}`;
  const lines = [
    ...(costs ? [head] : []),
    ...categories.map((name) =>
      row(
        name,
        played.filter(({ dialogue }) => dialogue.category === name),
      ),
    ),
    row("all", played),
    `Model: ${model}. Processor time in the model, by turn: ${timesOf(played)}.`,
  ];
  return `${lines.join("\n")}\n`;
};

/** What one turn of the offline assistant may cost at most. */
const DEAR_MS = 20;

const timesOf = (played: readonly Played[]): string => {
  const times = played.flatMap(({ modelMs }) => modelMs).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  const dear = times.filter((ms) => ms > DEAR_MS).length;
  return [
    `median ${at(0.5)} ms`,
    `95th percentile ${at(0.95)} ms`,
    `99th ${at(0.99)} ms`,
    `worst ${at(1)} ms`,
    `${dear} of ${times.length} over ${DEAR_MS} ms`,
  ].join(", ");
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
