/** Times of day in the forms that chrono-node doesn't read, or reads otherwise than a to-do list means them. */
import type { Parser } from "chrono-node";
import { form } from "./form";
import type { TimeReading } from "./reading";

const NOON = 12 * 60;

/**
 * Where parts of a day begin to be due, in minutes: morning and evening as in Todoist
 * (https://todoist.com/help, "Dates and times": every morning is 9am, every evening 7pm).
 */
export const PARTS_OF_DAY: ReadonlyMap<string, number> = new Map([
  ["morning", 9 * 60],
  ["afternoon", 15 * 60],
  ["evening", 19 * 60],
  ["night", 20 * 60],
]);

const timeOf = (minutes: number | null, more: Partial<TimeReading> = {}): TimeReading => ({
  slot: "time",
  minutes,
  certain: true,
  bare: false,
  ...more,
});

const hourOf = (hour: number, half: string | undefined): number =>
  half === undefined ? hour * 60 : ((hour % 12) + (half === "p" ? 12 : 0)) * 60;

export const TIME_FORMS: readonly Parser[] = [
  form("(?:12 )?(?:noon|midday)(?:-?ish)?", () => timeOf(NOON, { word: true })),
  form("(?:12 )?midnight", () => timeOf(0, { midnight: true, word: true })),
  // The end of a day is its date, without a time.
  form("eod|cob|(?:the )?end of (?:the )?day|(?:the )?(?:end|close) of business", () =>
    timeOf(null),
  ),
  // A lone number is an hour only after "at" or the like; that of a range ("5 to 6") is none.
  form(
    "(?<hour>\\d\\d?)(?! ?(?:[-–~]|to|until|till|through) ?\\d)(?! ?[ap]\\.?m)",
    ({ hour = "" }) =>
      Number(hour) > 23
        ? null
        : timeOf(Number(hour) * 60, {
            certain: Number(hour) > 12 || hour.startsWith("0"),
            bare: true,
          }),
  ),
  // "six thirty"; no time in a sentence where nothing leads to it.
  form("(?<hour>[1-9]|1[0-2]) (?<minute>15|30|45)", ({ hour, minute }) =>
    timeOf(Number(hour) * 60 + Number(minute), { certain: false, word: true }),
  ),
  form("(?<hour>[1-9]|1[0-2])-?ish", ({ hour }) => timeOf(Number(hour) * 60, { certain: false })),
  form("(?<hour>\\d\\d?)h(?<minute>[0-5]\\d)?", ({ hour, minute = "0" }) =>
    Number(hour) > 23
      ? null
      : timeOf(Number(hour) * 60 + Number(minute), { bare: true, beside: true }),
  ),
  // "415pm", "7a": the latter is more often something else, unless a day or a preposition stands beside it.
  form(
    "(?<hour>[1-9]|1[0-2])(?<minute>[0-5]\\d) ?(?<half>[ap])\\.?m\\.?",
    ({ hour, minute, half }) => timeOf(hourOf(Number(hour), half) + Number(minute)),
  ),
  form(
    "(?<hour>[1-9]|1[0-2])(?::(?<minute>[0-5]\\d))?(?<half>[ap])",
    ({ hour, minute = "0", half }) =>
      timeOf(hourOf(Number(hour), half) + Number(minute), { word: true }),
  ),
  // "1930", after "at" or beside a day: else it is a year or an amount.
  form(
    "(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?: ?(?<unit>h(?:ou)?rs?))?",
    ({ hour, minute, unit }) =>
      // "order 1234 on monday"
      !unit && Number(minute) % 5 !== 0
        ? null
        : timeOf(Number(hour) * 60 + Number(minute), unit ? {} : { bare: true, beside: true }),
  ),
  // "half six" is half past.
  form("half (?<hour>[1-9]|1[0-2])", ({ hour }) =>
    timeOf(Number(hour) * 60 + 30, { certain: false, bare: true, beside: true }),
  ),
  form("lunch-?time", () => timeOf(NOON, { word: true })),
  form(
    "(?<ahead>half|(?:a )?quarter|\\d\\d?) (?<link>past|to) (?<hour>\\d\\d?)(?: ?(?<half>[ap])\\.?m\\.?)?",
    ({ ahead = "", link, hour = "", half }) => {
      const minutes = ahead === "half" ? 30 : /quarter/.test(ahead) ? 15 : Number(ahead);
      if (minutes < 1 || minutes > 30 || Number(hour) > 12 || (ahead === "half" && link === "to")) {
        return null;
      }
      const at = hourOf(Number(hour), half) + (link === "past" ? minutes : -minutes);
      // "move 5 to 6" says no time; "half past" always does.
      return timeOf((at + 1440) % 1440, { certain: half !== undefined, bare: /\d/.test(ahead) });
    },
  ),
  form(
    "first thing in the (?<first>morning)|(?<thing>first thing)|" +
      "(?:in the |(?<today>this ))?(?<part>morning|afternoon|evening|night)",
    ({ first, thing, part = "", today }) => ({
      slot: "part",
      part: first || thing ? "morning" : part,
      today: today !== undefined,
    }),
  ),
  form("at (?<part>night)", ({ part = "" }) => ({ slot: "part", part, today: false })),
];
