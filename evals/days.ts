/**
 * Days and zones of dialogues, resolved against the instant of the run.
 */
import { addMinutes, hourIn, todayIn } from "./clock";

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const ZONES = Array.from({ length: 27 }, (_, index) => index - 12).map((offset) =>
  offset === 0 ? "UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`,
);

/** The day that `day` means, as `YYYY-MM-DD`. */
export const resolveDay = (day: string, now: Date, timeZone: string): string => {
  const today = todayIn(now, timeZone);
  const shifted = (days: number) =>
    addMinutes(new Date(`${today}T00:00:00Z`), days * 1440)
      .toISOString()
      .slice(0, 10);
  if (day === "today") return today;
  const relative = /^([+-]\d+)d$/.exec(day);
  if (relative) return shifted(Number(relative[1]));
  const weekday = /^wd:(\w{3})$/.exec(day);
  if (!weekday) return day;
  const ahead =
    (WEEKDAYS.indexOf(weekday[1] ?? "") - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7;
  return shifted(ahead || 7);
};

/** The IANA zone that a dialogue's `time_zone` means now. */
export const resolveZone = (zone: string | undefined, now: Date): string => {
  if (zone === undefined) return "UTC";
  if (zone === "off-utc") {
    const utc = todayIn(now, "UTC");
    return (
      ["Pacific/Kiritimati", "Etc/GMT+12", ...ZONES].find((name) => todayIn(now, name) !== utc) ??
      "UTC"
    );
  }
  const at = /^at:(\d{1,2})$/.exec(zone);
  return at ? (ZONES.find((name) => hourIn(now, name) === Number(at[1])) ?? "UTC") : zone;
};
