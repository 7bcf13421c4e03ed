/**
 * Sentences that name their task by its number, beyond doubt: read before all others.
 */
import type { Rule } from "./rule";

export const POINTED_RULES: readonly Rule[] = [
  {
    act: "repeat",
    patterns: [
      "repeat {number} {what}?",
      "make|set|have {target} to? repeat|recur|repeating|recurring {what}?",
      "make|set {number} every|each|daily|weekly|monthly|yearly {what}?",
    ],
  },
  {
    act: "complete",
    patterns: [
      "<i-have>* did|done|finished|completed {number} already|now|too|<when-done>*",
      "<i-have>* got|bought|sent|paid|made|sorted|handled|posted|collected|fixed {it} already|now|too|<when-done>*",
      "{number} : <is-done> now|already?",
      "{number} <is-done> now|already?",
      "<is-done-mark> now|already|please?",
      "<is-done-mark> {number}",
      "<complete-loudly> {number} now|already|<when-done>*",
      "<mark> {number} as? <as-done> now|already|too|today|off*",
      "mark|tick|cross {number} off?",
    ],
  },
  {
    act: "delete",
    patterns: [
      "{number} can|should|must|may go",
      "{number} can|should|must|may|has|have|needs|need to? be? deleted|removed|dropped|scrapped|erased|binned|gone",
    ],
  },
  {
    act: "refuse",
    patterns: ["keep|leave|spare {number} as|like|it|is|they|are|alone|open|please*"],
  },
  {
    act: "due.clear",
    patterns: ["no|without a|any|the|more* <due-date> <of> {it} please|anymore?"],
  },
  { act: "due", patterns: ["{number} <is-due> {due} instead|now|please?"] },
  {
    act: "is-done",
    patterns: ["is|are|was {number} done|finished|complete|completed|sorted yet|already|now?"],
  },
  {
    act: "reopen",
    patterns: [
      "open {target} again|back|up+",
      "{number} <is-not-done>",
      "<mark> {number} as|to|back? <not-done> again?",
    ],
  },
  {
    act: "show",
    patterns: [
      "<look> {number}",
      "details|info|information|note|notes|description of|for|on|about {number}",
      "{number} details|info|notes",
    ],
  },
  {
    act: "priority.clear",
    patterns: [
      "its|thats not so|that|very|really|all|too|super* important|urgent|pressing anymore",
      "<it> isnt|wasnt so|that|very|really|all|too|super* important|urgent|pressing anymore",
    ],
  },
  {
    act: "priority",
    patterns: [
      "{number} priority|prio|importance is|to|at|should|be|:* {priority}",
      "{sink} isnt|arent not|so|that|very|really|all|too|super* important|urgent|pressing",
      "that|this ones {priority}",
      "thats|that|this|its|it is? a|an|my|quite|rather|pretty|fairly|extremely|most* {priority} one|task|thing|item|job now|actually|btw?",
      "{priority} is|will|would|should be? fine|enough|better|ok|okay|plenty|sufficient|alright|good actually|now|instead|too|thanks?",
      "{priority} will|would|should do|suffice actually|now|instead?",
      "its|thats not so|that|very|really|all|too|super* important|urgent|pressing now|actually?",
      "{number} {priority}",
      "{number} [be] {priority} now|actually|please|too|instead?",
      "{priority} <of> {number}",
      "the|its priority|prio|importance is|to|as|at|should|be+ {priority}",
    ],
  },
  {
    act: "rename",
    patterns: ["make|set|change|turn {number} {quoted}", "<rename> {number} {quoted}"],
  },
  {
    act: "due.shift",
    patterns: [
      "bring|pull {number} forward|up|in by? {earlier}",
      "<move> {number} by {later} later?",
      "<postpone> {number} {later}",
    ],
  },
  {
    act: "due",
    patterns: [
      "<due-date> <of> {number} is|to|:|now|should|be* {due}",
      "{number} <is-due>|due|by|on|to {due}",
      "itll|thatll be|start|happen|begin|take place? due|on|at|by|for* {due} now|instead?",
      "its|thats due|on|at|by|for|now|actually+ {due} now|instead|too?",
      "must|should|needs|need|has|have to? be|happen|start due|by|on|at|for|before* {due}",
      "make|be sure that? {it} <is-due>|gets|happens|starts|due|on {due}",
      "make|be sure that? its due|on|at* {due}",
      "the|its <due-date> is|to|on|should|be|now+ {due}",
      "<move>|swap|do {number} <to-date>? {due} instead|now?",
    ],
  },
];
