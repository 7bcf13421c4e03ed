/**
 * How people talk, in plainer words: false starts, stress, courtesies of other languages, all of a list. Each is tried
 * only where its word stands in the line.
 */
import { type Wording, wording } from "./wording";

export const SPOKEN: readonly Wording[] = [
  // "we're supposed to": without its mark it is "were"
  wording(/\bwe['’]re\b/i, "\\bwe['’]re\\s+(?:supposed|meant|expected)\\s+to\\b", "we need to"),
  // "list it all", "show me the lot"
  wording(
    /\b(?:all|lot|thing|works)\b/i,
    "^(?:please\\s+)?(?:list|show|show\\s+me|give\\s+me|read\\s+me|read|see|let\\s+me\\s+see)\\s+(?:it\\s+all|the\\s+(?:whole\\s+)?(?:lot|thing|works))(?:\\s+(?:please|pls|then|now))?[\\s.!?]*$",
    "list all my tasks",
  ),
  // "qué… I mean, what's due today"
  wording(
    /\bi mean\b/i,
    "^(?!i\\s+mean)(?:[^\\s,.;!?…]+\\s*){1,3}[\\s,.;!?…–—-]+(?:no\\s+)?i\\s+mean[\\s,.:…-]+(?=(?:what(?:['’]?s)?|which|how\\s+many|show|list|when|add|delete|remove|mark|complete|remind|rename)\\b)",
    "",
  ),
  wording(
    /\bi meant?\b/i,
    "^\\W*(?:(?:no|sorry|oops|wait)[\\s,]+)*i\\s+meant?[\\s,.:…-]+(?=(?:what(?:['’]?s)?|which|how\\s+many|show|list|when)\\b)",
    "",
  ),
  // "I have a lot to do": what that is
  wording(
    /\bto do\b/i,
    "^(?:(?:oh|ugh|so|wow|man|god|hi|hey)[\\s,]+)*(?:i|we)(?:['’]?ve(?:\\s+got)?|\\s+have(?:\\s+got)?|\\s+still\\s+have|\\s+got)\\s+(?:(?:a|an|so|too|way|such|really|awful|whole|far)\\s+)*(?:lots?|lot\\s+of|lots\\s+of|much|many|loads|tons?|ton\\s+of|plenty|load|bunch)(?:\\s+of)?(?:\\s+(?:things|stuff|work|tasks|jobs))?\\s+to\\s+do(?=[\\s.!]*$|\\s+(?:today|tomorrow|this\\s+week|next\\s+week)[\\s.!]*$)",
    "what do I have to do",
  ),
  // "that's really important, high priority please", "this one really matters"
  wording(
    /\b(?:important|urgent|pressing|crucial|critical|vital|essential|matters?)\b/i,
    "^(?:(?:and|oh|ok|okay|hey|please|actually)[\\s,]+)*(?:it|that|this)(?:\\s+one)?(?:['’]?s|\\s+is)\\s+(?:(?:really|very|so|super|quite|extremely|now|actually|pretty|most)\\s+)*(?:important|urgent|pressing|crucial|critical|vital|essential)(?:\\s+(?:now|to\\s+me|actually|btw))*[\\s,;.!–—-]+(?:(?:so|and|please|pls|make\\s+it|put\\s+it|mark\\s+it|at|on|to|the)\\s+)*(?:(?:high|top|highest|max)(?:\\s+prio(?:rity)?)?|(?:top|head|front)\\s+of\\s+(?:the|my)\\s+(?:pile|list|queue))(?:\\s+(?:please|pls|then|now))*[\\s.!]*$",
    "make it high priority",
  ),
  wording(
    /\bmatters?\b/i,
    "^(?:(?:and|oh|ok|okay|hey|actually)[\\s,]+)*(?:it|that|this)(?:\\s+one)?\\s+(?:(?:really|does|so|truly)\\s+)*matters?(?:\\s+(?:a\\s+lot|to\\s+me|now|most|the\\s+most))*[\\s.!]*$",
    "make it high priority",
  ),
  // Courtesies of other languages, around a request in English
  wording(
    /^\W*(?:hola|bonjour|salut|ciao|por|hallo|bitte|per|oye)\b/i,
    "^(?:(?:hola|bonjour|salut|ciao|por\\s+favor|hallo|bitte|per\\s+favore|oye)[\\s,!.]+)+(?=(?:please|pls|mark|delete|remove|add|move|rename|remind|complete|tick|check|cross|show|list|what|can|could|i)\\b)",
    "",
  ),
  wording(
    /\b(?:favor|favore|porfa|merci|danke|bitte|gracias|grazie|svp)\W*$/i,
    "(\\S)[\\s,]+(?:por\\s+favor|per\\s+favore|porfa|merci|danke|bitte|gracias|grazie|svp)[\\s.!]*$",
    "$1",
  ),
];
