/** The few figures that the bench makes of its samples. */

/** The value that a share of `samples` (0 to 1) does not exceed; NaN where there are none. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
};

export const median = (samples: readonly number[]): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper;
};

/** `items`, begun with another one each round, so that no one of them always goes first. */
export const rotated = <T>(items: readonly T[], round: number): T[] => {
  const start = round % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
};
