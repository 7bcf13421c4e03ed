/**
 * Weeks, weekends, months and years, and their edges. chrono-node counts "next week" as seven days from now and
 * "this weekend", said on a Sunday, as the one after.
 */
import type { Parser } from "chrono-node";
import { dayOf, firstOfMonth, lastOfMonth, mondayOf, partsOf, type Day } from "./calendar";
import { dateOn } from "./day-forms";
import { form } from "./form";
import { MONTH, MONTHS } from "./lexicon";

/** The week's end is its Friday, as offices mean it; said on a weekend, that Sunday. */
const endOfWeek = (today: Day, weeks: number): Day => {
  const friday = mondayOf(today) + 7 * weeks + 4;
  return friday >= today ? friday : friday + 2;
};

const endOf = (unit: string, today: Day, ahead: number): Day | null => {
  const { year, month } = partsOf(today);
  switch (unit) {
    case "week":
      return endOfWeek(today, ahead);
    case "month":
      return lastOfMonth(today, ahead);
    case "quarter":
      return lastOfMonth(today, 2 - ((month - 1) % 3) + 3 * ahead);
    default:
      return dayOf(year + ahead, 12, 31);
  }
};

/** Its first day after today's own. */
const startOfNext = (unit: string, today: Day): Day | null => {
  if (unit === "week") return mondayOf(today) + 7;
  const end = endOf(unit, today, 0);
  return end === null ? null : end + 1;
};

/** The 1st, 15th or last day of a named month: the next one from today. */
const inNamedMonth = (today: Day, edge: string, month: string): Day | null => {
  const { year } = partsOf(today);
  for (const candidate of [year, year + 1]) {
    const first = dayOf(candidate, MONTHS.indexOf(month) + 1, 1);
    if (first === null) return null;
    const day = edge === "end" ? lastOfMonth(first, 0) : edge === "middle" ? first + 14 : first;
    if (day >= today) return day;
  }
  return null;
};

const SHORT_ENDS: Record<string, string> = { w: "week", m: "month", q: "quarter", y: "year" };

const UNIT = "(?<unit>week|month|quarter|year)";

const edge = (edgeWords: string, place: "start" | "middle" | "end", units = UNIT): Parser =>
  form(
    `(?:the )?(?:${edgeWords}) of (?:(?<month>${MONTH})|(?:(?<which>the|this|next) )?${units})`,
    ({ month, which, unit = "" }, today) => {
      if (month) return dateOn("period", inNamedMonth(today, place, month));
      const next = which === "next";
      if (place === "end") return dateOn("period", endOf(unit, today, next ? 1 : 0));
      // The start of this month lies behind us: only the next one can be meant, and must be said.
      if (!next) return null;
      if (place === "start") return dateOn("period", startOfNext(unit, today));
      return unit === "month" ? dateOn("period", firstOfMonth(today, 1) + 14) : null;
    },
  );

export const PERIOD_FORMS: readonly Parser[] = [
  form("eo(?<unit>[wmqy])", ({ unit = "" }, today) =>
    dateOn("period", endOf(SHORT_ENDS[unit] ?? "", today, 0)),
  ),
  edge("start|beginning", "start"),
  edge("middle", "middle"),
  edge("end", "end"),
  // A week's last day is its Sunday, not its end.
  edge("first(?: day)?", "start", "(?<unit>month|quarter|year)"),
  edge("last(?: day)?", "end", "(?<unit>month|quarter|year)"),
  form(`(?:the )?mid[- ](?<month>[a-z]+)`, ({ month = "" }, today) => {
    const named = MONTHS.find((name) => name === month || name.slice(0, 3) === month);
    return named ? dateOn("period", inNamedMonth(today, "middle", named)) : null;
  }),

  // "Next week" is its Monday, "next month" its 1st and "next year" 1 January, as in Todoist
  // (https://todoist.com/help, "Dates and times"). "This weekend" is Saturday, or today once it has begun.
  form(`(?:the )?next ${UNIT}`, ({ unit = "" }, today) =>
    dateOn("period", startOfNext(unit, today)),
  ),
  form("(?:the )?week(?<end>end)? after next", ({ end }, today) =>
    dateOn("period", mondayOf(today) + (end ? 19 : 14)),
  ),
  form("(?:the )?(?<unit>month|quarter|year)[- ]end", ({ unit = "" }, today) =>
    dateOn("period", endOf(unit, today, 0)),
  ),
  form("(?:the )?(?:(?:this )?coming |this |(?<next>next ))?weekend", ({ next }, today) =>
    dateOn("period", Math.max(mondayOf(today) + 5 + (next ? 7 : 0), today)),
  ),
];
