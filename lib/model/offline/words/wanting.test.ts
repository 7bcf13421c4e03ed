import { expect, test } from "vitest";
import { apposed, wantingPlainly } from "./wanting";

const AT = { now: new Date("2026-11-27T09:00:00Z"), timeZone: "Europe/Berlin" };

test.each([
  ["add a task for me, which is to print the chart", "add a task for me: print the chart"],
  ["what I need is a reminder to feed the cat", "remind me to feed the cat"],
  ["it would be lovely if you could note the vet", "please note the vet"],
  ["one thing I mustn't forget is the passport", "don't forget the passport"],
  ["there's the car tax that I need to pay by Friday", "I need to pay the car tax by Friday"],
  ["The cake, which I have to order, put it on my list please", "I need to order the cake"],
  ["I've a parcel to post tomorrow, please note it", "I need to post a parcel tomorrow"],
  ["the florist has to be paid by friday", "I need to pay the florist by friday"],
  ["submit the report until Friday", "submit the report by Friday"],
  ["got to renew the card in 3 weeks", "I have to renew the card in 3 weeks"],
  ["got dentist tomorrow", "I have dentist tomorrow"],
  ["engineer at flat 3 day after tomorrow", "engineer at flat 3 the day after tomorrow"],
  ["wash the car and feed the cat, add both please", "wash the car and feed the cat"],
  ["milk and eggs. put both on my list", "add milk and eggs"],
  ["mark the rent and the milk as done, both", "mark the rent and the milk as done"],
  ["I forgot to say I need to buy green wool", "I need to buy green wool"],
  ["forgot to mention, ring the vet", "ring the vet"],
  ["what I meant to say was remind me to feed the hens", "remind me to feed the hens"],
  ["before I forget: sharpen the shears", "sharpen the shears"],
  ["Done, I've emailed them", "that is done"],
  ["done, I've paid the rent", "I've paid the rent"],
  ["all done with that one", "that is done"],
  ["done, the milk", "the milk is done"],
  ["High priority, that one", "make that High priority"],
  ["friday at 3, that one", "move that to friday at 3"],
  ["fix the spelling of physoi, it should be physio", "change physoi to physio"],
  ["typo in task 2: should say Call mum", "rename task 2 to Call mum"],
  ["physoi is misspelt, it's physio", "change physoi to physio"],
  ["i spelled mom wrong, it should be mum", "change mom to mum"],
  ["is it on there now? show me", "show me that one"],
  ["is there something about a projector on here?", "is there something about a projector?"],
  ["have i got owt with no date on it", "have i got anything with no date"],
  ["now take it off again, Frank has some", "take it off the list"],
  ["take the kettle off again", "take the kettle off the list"],
  [
    "add to the notes of the briefing that radios are on 7",
    "add a note to the briefing: radios are on 7",
  ],
])("%s", (said, plain) => {
  expect(wantingPlainly(said, AT)).toBe(plain);
});

test.each([
  "don't submit the report until Friday",
  "water the plants until Sunday",
  "got to the shop and bought milk",
  "got milk today",
  "got the tickets for friday",
  "my printer died and now I need to order one",
  "the report has to be moved to friday",
  "the milk should be called oat milk",
  "I have a man to fix the roof",
  "leave tomorrow as it is",
  "I forgot to add milk",
  "done with the rent, the report is next",
  "fix the spelling of the menu",
  "error in the report: it should be better",
  "done, what's next",
])("%s stays as it is", (said) => {
  expect(wantingPlainly(said, AT)).toBe(said);
});

test("what is said of both stands apart from them", () => {
  expect(apposed("pay the rent and ring Bo, both for monday", AT)).toMatchObject({
    head: "pay the rent and ring Bo",
    due: "for monday",
    tail: "",
  });
  expect(apposed("pay rent and ring Bo, both urgent, and delete task 2", AT)).toMatchObject({
    priority: "high",
    tail: "delete task 2",
  });
  expect(apposed("wash both cars tomorrow", AT)).toBeNull();
  expect(apposed("wash and iron both tomorrow", AT)).toBeNull();
});
