/**
 * Distances in time as English says them: "2 days", "half an hour", "an hour and a half", "90 mins", "2h". Regular
 * expression source for the whole of a phrase: the amount, the unit, and a half that may follow.
 */
const AMOUNT =
  "\\d{1,3}(?:\\.\\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty-five|ninety|" +
  "another|one\\s+more|(?:a\\s+)?couple(?:\\s+of)?|(?:a\\s+)?few|half\\s+an?|a\\s+half|(?:a\\s+)?quarter\\s+of\\s+an|an?\\s+extra";

export const DISTANCE =
  `^(?:by\\s+|another\\s+|just\\s+|like\\s+|about\\s+)*(${AMOUNT})[\\s-]*(?:more\\s+|extra\\s+|whole\\s+|full\\s+)?` +
  "(minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|months?|fortnights?)(\\s+and\\s+a\\s+half)?(?:\\s+(?:later|more|extra))?$";

/** Amounts that are neither digits nor the name of a number. */
export const AMOUNTS: ReadonlyMap<string, number> = new Map([
  ["couple", 2],
  ["few", 3],
  ["half", 0.5],
  ["quarter", 0.25],
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["forty-five", 45],
  ["ninety", 90],
]);
