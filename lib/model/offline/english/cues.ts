/** What single words of a clause hint at, for the last reading of what no rule fits. */
import { words } from "./words";

/** Says that something has been done. */
export const DONE_CUES = words(
  "done finished completed complete sorted handled ticked tick accomplished settled resolved",
);
/** "check that off" */
export const TICKING = /\b(?:check|cross|tick|mark)\b.{0,30}\boff\b/;

/** Who did something, and what says that it was done by somebody: "I returned it", "it was returned". */
export const DOERS = words("i ive we weve just finally already");
export const PASSIVES = words("been was were is are got");

/** Says that a task is to go. */
export const DELETE_CUES = words(
  "delete remove erase strike scrap bin ditch discard axe nix unneeded unnecessary",
);
/** "get rid of", "off my list" */
export const DROPPING = /\brid of\b|\b(?:off|from) (?:my|the|our) (?:to ?-?do )?list\b/;

/** Says that a task is to have another date, which is told beside it. */
export const MOVE_CUES = words(
  "move moved push pushed shift shifted reschedule rescheduled postpone postponed delay delayed bump bumped defer deferred due deadline instead rather now",
);

/** What can be taken from a task, by the field it means. */
export const FIELD_CUES: ReadonlyMap<string, "due" | "priority" | "time"> = new Map([
  ["date", "due"],
  ["deadline", "due"],
  ["time", "time"],
  ["priority", "priority"],
  ["urgency", "priority"],
  ["importance", "priority"],
]);

/** Says that a field is to go. */
export const CLEAR_CUES = words("remove clear delete drop erase lose strip take");

/** Turns a hint round, or makes it a condition: then nothing is read from it. */
export const NO_CUES = words(
  "not no never dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt cant cannot couldnt wont wouldnt shouldnt neither nor nothing none nobody unless if whether when while once almost nearly half partly still yet maybe perhaps think thought wonder hope wish why how who",
);

/** Says that a thing is still to do, whatever else is said of it. */
export const TO_DO_CUES = words(
  "to need needs needed must should will shall would could can want wants let get gets getting be being going gonna try trying remind remember",
);
