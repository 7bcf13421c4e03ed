/** Time zones as people look for them: by city or region, with the time it is there. Runs in the browser. */

/** `time`: what the clock said there when the options were made. */
export type ZoneOption = { zone: string; label: string; time: string };

/** Browsers list some zones under names that their cities no longer have. */
const NAME_TODAY: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** Every zone of this browser, and `also` where it has them under another name; by their cities. */
export const allZones = (also: readonly string[], now: Date, timeLocale: string): ZoneOption[] =>
  [...new Set([...also, ...Intl.supportedValuesOf("timeZone")])]
    .map((zone) => ({ zone, label: zoneLabel(zone), time: timeIn(zone, now, timeLocale) }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));

/** "America/Argentina/Buenos_Aires" → "Buenos Aires (America/Argentina)"; "UTC" stays. */
export const zoneLabel = (zone: string): string => {
  const words = (NAME_TODAY[zone] ?? zone).replaceAll("_", " ");
  const slash = words.lastIndexOf("/");
  return slash < 0 ? words : `${words.slice(slash + 1)} (${words.slice(0, slash)})`;
};

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[/_()]+/g, " ")
    .toLowerCase();

/** The options in which every word of `query` begins a word, in their order. All for an empty query. */
export const matchingZones = (options: readonly ZoneOption[], query: string): ZoneOption[] => {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  return options.filter(({ zone, label }) => {
    const words = fold(`${zone} ${label}`).split(/\s+/);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  });
};

/** What the clock says there, as the reader writes it: "14:05" or "2:05 PM". */
export const timeIn = (zone: string, now: Date, timeLocale: string): string =>
  new Intl.DateTimeFormat(timeLocale, {
    timeZone: zone,
    timeStyle: "short",
  }).format(now);
