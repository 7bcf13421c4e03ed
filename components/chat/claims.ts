/**
 * Whether an answer says that it changed something although nothing was changed in its turn. Looks at what the tools
 * did and at the words; where the words could mean something else, it stays silent. Pure; `assistant-message.tsx` asks.
 */
import type { MessagePart } from "@/lib/conversations/schema";

/** Tools that only look. A tool that is not known may change something. */
const LOOKING = new Set(["list_tasks"]);

const DONE =
  "added|created|deleted|removed|completed|updated|changed|renamed|scheduled|rescheduled|moved|marked|reopened|restored|ticked|checked|cancelled|canceled|cleared|postponed|undone|set";
/** The same by a speaker, who may also have checked the list, moved on, cleared something up or set expectations. */
const DID =
  "added|created|deleted|removed|completed|updated|changed|renamed|scheduled|rescheduled|marked|reopened|restored|cancelled|canceled|postponed|undone|(?:ticked|checked) .{0,60}off|moved(?! on\\b)|cleared(?! .{0,20}up\\b)|set (?:it|its|the|a|your|task)";

/** "I've added", "I have now marked", "I went ahead and deleted": the speaker did it. */
const BY_SPEAKER = new RegExp(
  `\\bI(?:['’]ve| have)?(?: now| just| also| already| successfully| (?:gone|went) ahead and)* (?:(?:${DID})(?!\\w)|took .{0,40}back|taken .{0,40}back|put .{0,60}on (?:your|the) list)`,
  "i",
);
/** "Added “milk” to your list.", "✓ Task deleted", "Done: …": a report that begins with the deed. */
const REPORT = new RegExp(
  `^[^\\p{L}\\p{N}#]*(?:ok(?:ay)?|sure|alright|all right|got it|great)?[,.!:\\s–—-]*(?:(?:successfully |just |now )?(?:added|created|deleted|removed|completed|updated|renamed|rescheduled|moved|marked|reopened|restored|cleared|postponed)\\s+(?!by\\b|(?:tasks?|items?)\\b(?!\\s+#?\\d))\\S|(?:task|reminder) (?:successfully )?(?:added|created|deleted|removed|updated|renamed|rescheduled|set)\\b(?! by\\b)|(?:all )?done\\s*(?:[.!,:–—-]|$))`,
  "iu",
);
/** "“Milk” has been added", "it was successfully deleted", "it is now on your list": not where it says by whom. */
const PASSIVE = new RegExp(
  `\\b(?:(?:(?:has|have) (?:now |just |also |successfully )*been|was successfully) (?:${DONE})|(?:is|are) now (?:${DONE}|on your list|done|complete))\\b(?!.*\\bby\\b)`,
  "i",
);

/** Words by which a sentence says something else than that it happened now. */
const NOT_A_CLAIM =
  /\b(?:not|no|none|nothing|never|neither|nor|cannot|without|already|earlier|yesterday|before|previous|previously|last|ago|if|once|when|whenever|until|unless|after|should|would|could|can|may|might|will|shall|want|like|try|tried|unable|fail(?:ed|s)?|sorry|which|what|who|were|had|since|today you|you(?:['’]ve| have)?)\b|n['’]t\b|['’]ll\b|['’]d\b/i;

const QUOTED =
  /"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”]|`[^`]*`|(?<=^|\s)['‘][^'’]*['’](?=$|[\s.,;:!?])/g;
const CODE = /```[\s\S]*?(?:```|$)/g;
/** Items of lists, rows of tables, quotations, headings: what is listed is not claimed. */
const LISTED = /^\s*(?:[-*•+]\s|\d+[.)]|#\d+|>|\||#{1,6}\s|\[[ xX]\])/;

/** The sentences in which something could be claimed. */
const sentencesOf = (text: string): string[] =>
  text
    .replace(CODE, " ")
    .split("\n")
    .filter((line) => !LISTED.test(line))
    .flatMap(
      (line) =>
        line
          .replace(QUOTED, "it")
          .replace(/\*+|_{2,}/g, "")
          .match(/[^.!?;]+[.!?;]*/g) ?? [],
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

const claims = (sentence: string): boolean => {
  // Questions ask; a colon at the end leads to a list.
  if (/[?:]$/.test(sentence) || NOT_A_CLAIM.test(sentence)) return false;
  return BY_SPEAKER.test(sentence) || REPORT.test(sentence) || PASSIVE.test(sentence);
};

/** Whether the words of an answer claim a change. Errs on silence. */
export const claimsChange = (text: string): boolean => sentencesOf(text).some(claims);

/** Whether a finished answer claims a change that no tool made. */
export const claimsWithoutChange = (parts: readonly MessagePart[]): boolean => {
  const worked = parts.some(
    (part) => part.type === "tool_call" && part.status === "completed" && !LOOKING.has(part.tool),
  );
  return !worked && parts.some((part) => part.type === "text" && claimsChange(part.text));
};
