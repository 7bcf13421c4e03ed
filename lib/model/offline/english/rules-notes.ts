/**
 * Sentences about the note of a task.
 */
import type { Rule } from "./rule";

export const NOTE_RULES: readonly Rule[] = [
  {
    act: "describe.clear",
    patterns: ["<clear> the|my|its|any|that|all* <note> <of>? {target}", "<clear> {target} <note>"],
  },
  {
    act: "note",
    patterns: [
      "note that|down* {remark+}",
      "make|add|put|leave|take|write|attach a|the|another|quick|short* note that|saying|:* {remark+}",
      "add|put|attach|leave|write|append|include|make|stick|set a|an|the|some|this|another|quick|short|following* <note> <of> {target} : {text+}",
      "add|put|attach|leave|write|append|include|make|stick|set a|an|the|some|this|another|quick|short|following* <note> <of> {target} <that> {text+}",
      "add|put|attach|leave|write|append|include|make|stick a|an|the|some|this|another|quick|short|following* <note> <that>? {text} <of> {target}",
      "add|put|attach|leave|write|append|include|make|stick a|an|the|some|this|another|quick|short|following* <note> : {text} <of> {target}",
      "add|put|attach|leave|write|append|include|make|stick|set a|an|the|some|this|another|quick|short|following* <note> <of> {target} {quoted}",
      "update|edit|change {target} with|by adding? a|an|the|this|following* <note> <that>|:? {text+}",
      "for|on|in|to|under {target} add|put|write|make|leave|attach|note|jot+ down? a|an|the|this|following* <note>? : {text+}",
      "for|on|in|to|under {target} add|put|write|make|leave|attach+ a|an|the|this|following* <note> <that>? {text+}",
      "add|append|attach|jot|put|write|note down? this|the|following* to|on|in|under {object} : {text+}",
      "i|we need|want a <note> <of> {target} <that>? : {text+}",
      "jot|write|put|note down|a|the* <note>? on|for|to|in {object} : {text+}",
      "<note> <of> {target} : {text+}",
      "<note> <of> {target} <that> {text+}",
      "add|put|write|append|include|stick|note|jot {text} to|in|into|on|under|as the|a|its|my* <note> <of>? {target}?",
      "note on|for|in|under {target} that? {text+}",
      "add|put|write|attach to|on|in|for {target} the|a|an|this|following* <note> <that>? : {text+}",
      "{object} <note> : {text+}",
      "add|put|write|append|include|stick|jot|save {text} to|in|into|on|under the|a|its|my* {target} <note>",
      "add|put {quoted} to|on|under {target}",
      "jot|add|put|write|note on|in|to|under|for {target} that {text+}",
      "add to {target} notes|note|description+ : {text+}",
      "add a|another? <note> <that> {text+}",
      "with|and|plus a|the|this|another* <note> <that>|: {text+}",
      "add|attach|write a|another? <note> : {text+}",
    ],
  },
  {
    act: "describe",
    patterns: [
      "describe {target} as|: {text+}",
      "<change> the|its|my* <note> <of> {target} <into> {text+}",
      "<change> the|its|my* <note> <of> {target} : {text+}",
      "<change> {target} <note> <into> {text+}",
      "<change> {target} <note> : {text+}",
      "give {target} the|a|this* <note> of|:|that? {text+}",
      "the|its? <note> <of> {target} should|must|is|to|be|say|read|says|reads|has|now+ {text+}",
      "<change> the|its|my? <note> <into> {text+}",
      "the|my? {object} <note> should|must|needs|has to? say|read|be {text+}",
    ],
  },
  {
    act: "describe.nothing",
    patterns: [
      "add|put|attach a|an|the|some|another* <note> <of> {target}",
      "describe {target}",
      "<change> the|its* <note> <of> {target}",
    ],
  },
];
