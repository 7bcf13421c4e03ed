/**
 * Sentences that add, complete, reopen and delete. Loose forms stand last.
 */
import type { Rule } from "./rule";

export const CHANGE_RULES: readonly Rule[] = [
  {
    act: "reopen",
    patterns: [
      "<reopen> {target} again|back|up?",
      "<mark> {target} as|to|back? <not-done>",
      "put|move|get|bring|send {target} back to|on|onto|in|into <the-list>",
      "{target} <is-not-done>",
      "i|we|ive|weve|actually* havent|didnt|hadnt|never actually|really|quite* done|finished|finish|completed|complete|do|did {target} yet|after|actually|at|today*",
      "i|we|ive|weve|actually* have|did|had not|never actually|really|quite* done|finished|finish|completed|complete|do|did {target} yet|after|actually|at|today*",
      "i|we|ive|weve|actually* havent|hadnt|never actually|really|quite* {did-what} yet|actually?",
      "i|we|actually* didnt|never actually|really|even* {do-what} yet|actually?",
      "still|i|we* need|have|got to do|finish|complete {target} again|after all?",
      "un-do|undo {target}",
    ],
  },
  {
    act: "complete",
    patterns: [
      "make|mark|get|have the|my task|item|todo|one {target} done|finished|completed|complete",
    ],
  },
  {
    act: "add.nothing",
    patterns: [
      "<add> <new>* <task> to|onto|on|in? <the-list>? for|with|to|called? me?",
      "<remind>",
      "<need>|<list-head>",
      "add|create|new|make|note|remind|remember something|stuff|one|another|things|some?",
      "<add> <new>* <several>",
      "add|put something|stuff|another|things|it|one|this|that|more* <onto> <the-list>",
    ],
  },
  {
    act: "add.whole",
    patterns: [
      "<add> <new>* {level}? <single> to|onto|on? <the-list>? called|named|titled|that|says|saying|title* : {title+}",
    ],
  },
  {
    act: "add.list",
    patterns: [
      "<add>? <new>* {level}? <several> to|onto|on|for? <the-list>? for|to|called|me|today* : {title+}",
      "<add> <new>* : {title+}",
      "jot|note|write|take|put|get this|that|these|it down : {title+}",
      "get|buy|grab|order|i|we|need+ the|all|of* following|these|this|stuff|things|bits : {title+}",
      "<add> <onto> <the-list> : {title+}",
      "<add> <onto> <the-list> {title+}",
      "<the-list> for|is|are? {due}? : {title+}",
      "<list-head> {level} : {title+}",
      "<need>|<list-head> : {title+}",
    ],
  },
  {
    act: "add.onto",
    patterns: [
      "<add-onto> <new>* <task> <onto> <the-list> to|for|called|named|that|about|saying|says* {title+}",
      "<add-onto> {title} <onto> <the-list> {rest+}?",
      "{title} needs|need|should|must|has|have|ought|can|goes to|be|go|get|added|put|going|on|onto* <the-list>",
      "<the-list> needs|should|must|has|have|gets|to|include+ {title+}",
    ],
  },
  { act: "remind", patterns: ["<have-noun> {dated+}"] },
  {
    act: "add",
    patterns: [
      "<add> <new>* {level}? <task> {due} <called>|to|for|about {title+}",
      "<add> <new>* {level}? <task> <called>|to|for|about|on|of|that|where|so|me|i|can|dont|forget|remember|remind|which|is|need|should|have|must* {title+}",
      "<add> {title} as a|an|my {often} <task> {rest+}?",
      "<add> {title} as|like a|an|my|new|another|* {level}? <task> {rest+}?",
      "put|pencil|pop|stick {new-title} down|in for|on|at? {due}",
      "add {title} to|for|on {due}",
      "<add> a|an|new|my* {often} <task> <called>|to|for|about|that|me* {title+}",
      "<remind-me> {often} to|about|that {title+}",
      "<add> {title} <task>",
      "<new-task> {title+}",
      "<list-head> {todo+}",
      "first|firstly {todo+}",
      "on|with|at|as|this|is? {level} : {title+}",
      "{level} but|and|so? {todo+}",
      "its|it is? {level} that|to|for|me|i|we+ {todo+}",
      "{due+} <add-plain> {title+}",
      "<add-plain> {title+}",
    ],
  },
  {
    act: "complete",
    patterns: [
      "<mark> <as-done>",
      "<mark> the? status <of>? {target}? as|to? <as-done>",
      "<mark> {target} as {past}",
      "mark|tick|check|cross off {target} <as-done>?",
      "<mark> {target} as? <as-done> now|already|too|today|off|please|again*",
      "<mark> <as-done> : {target+}",
      "<mark> as? <done-word> {target+}",
      "<mark> {target} <as-done> {except+}",
      "move|put|send {target} to|into|in|under the? <done-word> list|pile|section|column|tasks?",
      "cross|check|tick|strike|mark|knock {target} off <of>? <the-list>?",
      "cross|check|tick|strike|knock off {target} <of>? <the-list>?",
      "take {target} off as|because|since <done-word> {rest+}?",
    ],
  },
  { act: "reopen", patterns: ["put|bring {target} back"], weak: true },
  {
    act: "delete",
    patterns: [
      "<dont-need> {target} <anymore>",
      "take|get|cross|scratch|strike|remove|drop|wipe|knock|pull|throw|delete|clear|kick {target} off|from|out <of>? <the-list>",
      "<delete> {target} from|off|out|in <of>? <the-list>",
      "take {target} off|out",

      "i? get|want|need {target} gone|deleted|removed|erased",
      "get rid of {target}",
      "{target} can|should|must|needs|has|may|to+ go|be|get|gets* deleted|removed|dropped|erased|scrapped|binned|away|gone|cancelled|canceled",
      "{target} can|should|must|has|may|to* go",
      "{target} is|are|was|has|have|got|been|just* cancelled|canceled|obsolete|irrelevant|unnecessary now|anyway?",
      "{target} is|are? isnt|arent|not|no longer? needed|necessary|relevant|required|happening|on anymore|any? more|longer?",
      "make {target} disappear|vanish|go|away+",
    ],
    loose: true,
  },
  {
    act: "delete",
    patterns: ["delete|remove|erase|del|delet|trash|nuke|discard|eliminate {target}"],
  },
  { act: "delete", patterns: ["<delete> {target}", "<dont-need> {target}"], weak: true },
  {
    act: "complete",
    patterns: [
      "complete|tick|check-off {target} now|off|today?",
      "tick|check|cross|mark off {target}",
      "<complete-loudly> {target}",
    ],
  },
  {
    act: "due.ask",
    patterns: ["<postpone> {target}", "move|push|change|update the|its? <due-date> <of> {target}"],
    weak: true,
  },
  { act: "complete", patterns: ["<complete> {target}"], weak: true },
  { act: "due", patterns: ["{target} <is-due> {due} instead|now?"], weak: true, loose: true },
  {
    act: "priority",
    patterns: [
      "{target} is|are|isnt|becomes|has|should|be|become|now|really|a|an|have|of|actually|very+ {priority} now|actually?",
      "{target} : {priority}",
    ],
    loose: true,
    weak: true,
  },
  {
    act: "complete",
    patterns: [
      "i|we did|have already|just|now|it|that|<when-done>*",
      "{target} <is-done> <when-done>?",
      "{target} <been>+ <done-state> now|already|<when-done>*",
      "{target} <been>+ {done-past} <particle>? now|already|off|<when-done>*",
      "<is-done-mark> : {target+}",
      "thats|that {target} done|sorted|finished",
    ],
    loose: true,
  },
  {
    act: "did",
    patterns: [
      "<i-have>+ {did-what} already|now|<when-done>*",
      "{past-what} already|now|<when-done>*",
      "{object} <been>* {object-past} <particle>? already|now|too|<when-done>*",
    ],
    loose: true,
  },
  {
    act: "remind",
    patterns: [
      "{often} : {title+}",
      "{repeat} : {title+}",
      "{repeat} {todo+}",
      "{repeat} [need] {title+}",
      "{repeat} <need> {title+}",
      "<need> {title+}",
      "[need] {title+}",
      "{due+} <need> {title+}",
      "{due+} [need] {title+}",
      "{who} wants|needs|asked|asks|told|tells|reminded|expects|begged me|us to {title+}",
      "{who} says|said|thinks|reckons that? i|we should|must|need|have|ought to? {title+}",
    ],
  },
  { act: "add", patterns: ["{chore+}"] },
];
