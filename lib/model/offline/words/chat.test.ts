import { expect, test } from "vitest";
import { withoutChat } from "./chat";

test.each([
  ["hello dear please write down phone the vet", "hello, please write down phone the vet"],
  ["put the kettle descaler on my list dear", "put the kettle descaler on my list"],
  ["hun can you add eggs", "can you add eggs"],
  ["mate remind me to call the bank", "remind me to call the bank"],
  ["order new tyres tomorrow mate", "order new tyres tomorrow"],
  ["could you add milk, sweetheart", "could you add milk"],
  ["wash the car, my friend", "wash the car"],
  ["call Doreen dear and ring Frank", "call Doreen and ring Frank"],
  ["the art one obvs", "the art one"],
  ["tbh i need to book the dentist", "i need to book the dentist"],
  ["water the plants innit", "water the plants"],
  ["Sorry, I meant dinner, not lunch. Change it to client dinner", "Change it to client dinner"],
])("%s", (said, rest) => {
  expect(withoutChat(said)).toBe(rest);
});

test.each([
  "email the boss",
  "boss wants the report by friday",
  "call gym buddy",
  "buy a present for my darling",
  "a card for dear aunt Rosa",
  "read Wendy Darling",
  "love letter to Sam",
  "watch Crazy Stupid Love tomorrow",
  'add "water the plants dear"',
  "dear",
  "Sorry, I meant dinner, not lunch",
])("%s stays as it is", (said) => {
  expect(withoutChat(said)).toBe(said);
});
