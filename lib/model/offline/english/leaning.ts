/**
 * What is said behind something to do and leans on it.
 */

/** "Put that in", "note it down": what was said just before is to be added. */
export const PUT_DOWN =
  /^(?:(?:so|and|also|then|just|do|can you|could you|would you|will you) )*(?:put|add|stick|pop|note|jot|write|log|save|throw|chuck|bung|record|enter|pencil|slot|include|register|capture) (?:it|that|this|them|those|these|both|all of (?:it|that|them)|that one|this one)(?: (?:down|in|on|there|too|as well|for (?:me|us)|(?:on|to|onto|in|into) (?:(?:my|the|our) )?(?:(?:to-?do |to do )?list|tasks|todos|to-dos|calendar|diary|agenda|schedule|system|there)))*$/;

/** Why something is to be done, up to the date that follows: "the appointment is in three days", "mum's party's on Friday". */
export const REASON =
  /^(?:(?:because|as|since|for)\s+)?(?:(?:it|they|that)(?:['’]?s|['’]re|\s+is|\s+are|\s+starts|\s+has\s+to\s+be|\s+must\s+be)|(?:the|my|our|his|her|their|its|\p{L}+['’]s)\s+(?:[\p{L}-]+(?:['’]s)?\s+){0,3}?(?:[\p{L}-]+['’]s|is|are|starts|leaves|begins|departs|opens|closes|arrives|comes|runs)|(?:[\p{L}-]+\s+){1,2}(?:starts|leaves|begins|departs|opens|closes|arrives))\s+(?:(?:already|only|now|due|coming)\s+)?/iu;

/** How a thing comes near, behind something that was asked for: "…, exam's coming". */
export const NEARING =
  /^(?:\p{L}+\s+){0,3}\p{L}+['’]s\s+(?:nearly\s+|almost\s+|already\s+|just\s+)?(?:coming|approaching|looming|starting|arriving|visiting|waiting|leaving|nearing|due|near|close|soon|here|tomorrow|today|tonight|next|upon|round|around|asking|complaining|worried|angry|late|furious)\b/iu;

/** Subjects of what is noted of the thing spoken of: "note that she's in Lisbon". */
export const NOTED_OF =
  /^(?:(?:he|she|they|it|hes|shes|theyre|its|hell|shell|theyll|itll|theres|there|he'd|shed)\b|(?:his|her|their) (?:\S+ ){1,3}(?:is|are|was)\b)/;

/** What says more than a note: that it is done, or when it is. */
export const MORE_THAN_NOTED =
  /\b(?:done|finished|completed|complete|moved|rescheduled|cancelled|canceled|postponed|urgent|important|due|priority|prio)\b/;

/** Words before "the" or "a" that are no verbs of something to do. */
export const NOT_BEFORE_ARTICLE =
  /^(?:\S{1,3}|with|from|into|onto|over|under|about|after|before|like|than|then|that|this|what|when|where|while|until|till|also|both|half|only|just|even|once|twice|such|maybe|perhaps|not|plus|including|especially|probably|whatever|whichever|without|within|during|between|behind|through|throughout|across|around|along|against|towards?|near|beside|besides|beyond|regarding|concerning|except|unless|because|since|whether|always|never|often|today|tomorrow|tonight|later|daily|weekly|quite|rather|finally|lastly|next|perhaps|according|instead|upon|inside|outside|being|having|same|were|have|does|will|would|could|should|must|shall|might|isnt|arent|\S+day|\S+ly)$/;
