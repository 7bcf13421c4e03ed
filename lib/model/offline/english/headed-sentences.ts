/**
 * How English says that what stands around it is all to be added.
 */
const ASKING =
  "(?:(?:hi|hello|hey|ok|okay|so|and|please|pls|can\\s+you|could\\s+you|would\\s+you|just)[\\s,]+)*";
const PUTTING = "(?:add|put|note|write|jot|list|save|remember)(?:\\s+(?:down|in))?";
const ENDS =
  "(?:\\s+(?:please|pls|down|in|for\\s+me|now|too|thanks|(?:to|on|onto|in)\\s+(?:(?:my|the)\\s+)?(?:to-?do\\s+)?(?:list|tasks)))*";

/** "add these please. …" */
export const THESE = new RegExp(
  `^\\s*(${ASKING}${PUTTING}\\s+(?:all\\s+)?(?:of\\s+)?(?:these|the\\s+following|this\\s+lot|them)(?:\\s+(?:things|tasks|items|ones|jobs|bits|two|three|four|five|six))*${ENDS})\\s*[.:!–—-]+\\s+(\\S[\\s\\S]*)$`,
  "iu",
);

/** "… — add them all" */
export const ALL_ADDED = new RegExp(
  `[\\s,;.!–—-]+${ASKING}${PUTTING}\\s+(?:(?:them|these|those)(?:\\s+(?:all|both))?|all(?:\\s+of)?(?:\\s+(?:them|these|those|two|three|four|five|six))?|both)${ENDS}[\\s.!]*$`,
  "iu",
);
