/** A distance in days, weeks or months, as the whole of a phrase: amount, then unit. Regular expression source. */
export const DISTANCE =
  "^(?:by\\s+|another\\s+|just\\s+)?(?:(\\d{1,3}|an?|one|two|three|four|five|six|seven|ten|another|a\\s+couple(?:\\s+of)?|couple(?:\\s+of)?|one\\s+more)\\s+)(?:more\\s+|extra\\s+)?(days?|weeks?|wks?|months?|fortnights?)(?:\\s+(?:later|more))?$";
