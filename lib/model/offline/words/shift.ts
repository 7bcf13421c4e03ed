/**
 * Distances in time by which a due date is moved: "2 days", "an hour and a half", "another month".
 */
import { NUMBER_NAMES } from "../english/references";
import { AMOUNTS, DISTANCE } from "../english/distances";
import type { Shift } from "../commands";

const FORM = new RegExp(DISTANCE, "i");

const amountOf = (words: string): number => {
  if (/^\d/.test(words)) return Number(words);
  for (const [word, amount] of AMOUNTS) if (words.includes(word)) return amount;
  return NUMBER_NAMES.get(words) ?? 1;
};

/** The distance that all of `text` says, in whole minutes, days or months; null when it says none. */
export const readShift = (text: string): Shift | null => {
  const found = FORM.exec(text.trim());
  if (!found) return null;
  const [, amount = "", unit = "", half] = found;
  const count = amountOf(amount.toLowerCase().trim()) + (half ? 0.5 : 0);
  const [per, kind]: [number, Shift["unit"]] = /^m(?:in)/i.test(unit)
    ? [1, "minute"]
    : /^h/i.test(unit)
      ? [60, "minute"]
      : /^d/i.test(unit)
        ? [1, "day"]
        : /^w/i.test(unit)
          ? [7, "day"]
          : /^f/i.test(unit)
            ? [14, "day"]
            : [1, "month"];
  const total = count * per;
  return Number.isInteger(total) ? { count: total, unit: kind } : null;
};
