/**
 * Parts of patterns that many patterns share, named `[so]` there: what a list of phrases would need thousands of lines
 * for ("I really gotta", "we still need to", "was gonna").
 */
export const SEQUENCES: Readonly<Record<string, string>> = {
  need: "<who>* <hedge>* <modal>+ <hedge>*",
  // "has been moved to", "should get pushed back until"
  moved:
    "is|are|was|were|has|have|had|been|being|be|got|gets|get|just|now|should|must|needs|need|to|can|could|will|would|actually|may* moved|rescheduled|pushed|postponed|delayed|shifted|brought|rebooked|rearranged|changed|bumped|switched|slipped|move|shift|change|put back|forward|on|up|off|out|down* to|until|till|for|by|into+",
  // "is", "should now be", "has become"
  be: "is|are|was|were|becomes|became|become|gets|got|has|should|must|needs|need|ought|will|would|can|could+ to|be|been|being|become|now|really|actually|also|going|get|have|just|still*",
  wish: "<hedge>* i|we|id|wed would|d|rather|really|just|still* want|like|need|prefer|wish|wanna",
};
