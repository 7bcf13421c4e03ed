/** The sidebar's headings: Today, Yesterday, Previous 7 days, then a month each, by the person's own calendar. */
import type { ConversationSummary } from "@/lib/conversations/schema";

export type ConversationGroup = { label: string; conversations: ConversationSummary[] };

const DAY_MS = 24 * 60 * 60 * 1000;
const RECENT_DAYS = 7;

/** The day of an instant in a zone, as a number that counts calendar days. */
const dayNumber = (instant: Date, format: Intl.DateTimeFormat): number => {
  const part = (type: "year" | "month" | "day") =>
    Number(format.formatToParts(instant).find((each) => each.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / DAY_MS;
};

/**
 * Groups conversations, newest activity first, in the order they come in.
 * @param now the instant that "Today" is about
 */
export const groupByDay = (
  conversations: readonly ConversationSummary[],
  timeZone: string,
  now: Date,
): ConversationGroup[] => {
  const calendar = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  const month = new Intl.DateTimeFormat("en", { timeZone, month: "long" });
  const monthAndYear = new Intl.DateTimeFormat("en", { timeZone, month: "long", year: "numeric" });
  const year = new Intl.DateTimeFormat("en", { timeZone, year: "numeric" });
  const today = dayNumber(now, calendar);
  const thisYear = year.format(now);

  const labelOf = (instant: Date): string => {
    const daysAgo = today - dayNumber(instant, calendar);
    // A clock that is ahead puts an instant into tomorrow.
    if (daysAgo <= 0) return "Today";
    if (daysAgo === 1) return "Yesterday";
    if (daysAgo <= RECENT_DAYS) return "Previous 7 days";
    return (year.format(instant) === thisYear ? month : monthAndYear).format(instant);
  };

  const groups: ConversationGroup[] = [];
  for (const conversation of conversations) {
    const label = labelOf(new Date(conversation.updated_at));
    const last = groups.at(-1);
    if (last?.label === label) last.conversations.push(conversation);
    else groups.push({ label, conversations: [conversation] });
  }
  return groups;
};
