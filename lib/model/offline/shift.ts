/**
 * Distances in time by which a due date is moved: "2 days", "a week", "another month".
 */
import { NUMBER_NAMES } from "./english/references";
import { DISTANCE } from "./english/distances";
import type { Fields } from "./commands";

const FORM = new RegExp(DISTANCE, "i");

export const readShift = (text: string): NonNullable<Fields["shift"]> | null => {
  const found = FORM.exec(text.trim());
  if (!found) return null;
  const [, amount = "", unit = ""] = found;
  const words = amount.toLowerCase().trim();
  const count = /^\d+$/.test(words)
    ? Number(words)
    : /couple/.test(words)
      ? 2
      : (NUMBER_NAMES.get(words) ?? 1);
  if (/^fortnight/i.test(unit)) return { count: 2 * count, unit: "week" };
  const kind = /^d/i.test(unit) ? "day" : /^w/i.test(unit) ? "week" : "month";
  return { count, unit: kind };
};
