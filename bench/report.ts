/** What the bench found, as a table for people, and the machine that it was found on. */
import { cpus, loadavg, totalmem } from "node:os";

/** One figure, lower being better. */
export type Figure = {
  what: string;
  measured: number;
  /** The most that it may be; null for one that only informs. */
  limit: number | null;
  /** A ratio has two decimals and a “×”, a count neither. */
  kind: "ratio" | "count";
  /** What it was made from. */
  from: string;
};

export const holds = ({ measured, limit }: Figure): boolean => limit === null || measured <= limit;

const shown = (value: number, { kind }: Figure): string =>
  kind === "ratio" ? `${value.toFixed(2)} ×` : String(value);

const verdict = (figure: Figure): string => {
  if (figure.limit === null) return "–";
  return holds(figure) ? "holds" : "does not hold";
};

/** A Markdown table, its columns padded so that it reads as plain text too. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [
    ["what", "measured", "limit", "", "from"],
    ...figures.map((figure) => [
      figure.what,
      shown(figure.measured, figure),
      figure.limit === null ? "–" : shown(figure.limit, figure),
      verdict(figure),
      figure.from,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  const [head = [], ...body] = rows;
  return [head, rule, ...body].map(line).join("\n");
};

const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(", ");

/** The machine in one line; `loadBefore` is what `load` said when the bench began. */
export const machineLine = (loadBefore: string): string => {
  const [first] = cpus();
  const gibibytes = Math.round(totalmem() / 1024 ** 3);
  return (
    `${first?.model ?? "unknown processor"}, ${cpus().length} cores, ${gibibytes} GiB of memory, ` +
    `Node ${process.versions.node}; load average ${loadBefore} at the start, ${load()} at the end`
  );
};

export const loadNow = load;

export const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
