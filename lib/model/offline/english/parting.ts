/**
 * What people say behind what they want, made of parts: "put that on my list", "thanks mate". As phrases for the
 * grammar, and as sources of regular expressions for titles, where thousands of letters would be dear to compile.
 */
const ASKING = [
  "",
  "pls ",
  "please ",
  "can you ",
  "could you ",
  "so ",
  "so can you ",
  "so could you ",
  "so please ",
  "so pls ",
];
const PUTTING = ["put", "add", "stick", "pop"];
const THINGS = ["it", "that", "this", "them"];
const PLACES = [
  "on",
  "on there",
  "on the list",
  "on my list",
  "to my list",
  "to the list",
  "down",
  "in",
];

/** "put that on my list". */
export const PUT_IT: readonly string[] = ASKING.flatMap((asking) =>
  PUTTING.flatMap((verb) =>
    THINGS.flatMap((thing) => PLACES.map((place) => `${asking}${verb} ${thing} ${place}`)),
  ),
);

/** How people call whom they talk to; behind a mark, or behind thanks. */
export const VOCATIVES: readonly string[] = [
  "man",
  "mate",
  "buddy",
  "pal",
  "dude",
  "dear",
  "love",
  "bro",
  "my friend",
  "sir",
  "bot",
  "errand",
];

const THANKS = ["thanks", "thank you", "thx", "cheers", "ta", "please", "pls", "ok", "yeah"];

/** "thanks mate", said behind what is wanted. */
export const THANKED: readonly string[] = THANKS.flatMap((thanks) =>
  VOCATIVES.map((who) => `${thanks} ${who}`),
);

const anyOf = (words: readonly string[]): string =>
  `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`.replace(/ /g, "\\s+");

/** All of `PUT_IT` and `THANKED`. */
export const PARTING = `${anyOf(ASKING)}${anyOf(PUTTING)}\\s+${anyOf(THINGS)}\\s+${anyOf(PLACES)}|${anyOf(THANKS)}\\s+${anyOf(VOCATIVES)}`;
