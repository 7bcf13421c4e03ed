/**
 * Courtesies and manner that change nothing of what is wanted: "be so good as to …", "simply …", "…, if you please".
 */
import { words } from "./words";

const product = (...parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>(
    (said, part) => said.flatMap((before) => part.map((next) => `${before} ${next}`.trim())),
    [""],
  );

const ASKED = ["", "would you", "could you", "will you", "if you would", "please"];

/** Before what is wanted. */
export const COURTEOUS_LEADS: readonly string[] = [
  ...product(ASKED, [
    "be so good as to",
    "be so kind as to",
    "be so very kind as to",
    "be kind enough to",
    "be good enough to",
    "be a love and",
    "be a dear and",
    "be a darling and",
    "be an angel and",
    "be a star and",
    "be a pal and",
    "be a sweetheart and",
    "have the goodness to",
    "have the kindness to",
    "do me the kindness to",
    "do me the favour to",
  ]),
  ...product(
    ["i would be", "id be", "i should be", "i will be", "ill be"],
    [
      "obliged",
      "much obliged",
      "most obliged",
      "glad",
      "very glad",
      "grateful",
      "most grateful",
      "very grateful",
      "so grateful",
      "happy",
      "delighted",
    ],
    ["if you would", "if you could", "if you can", "if you were to", "if youd"],
  ),
  ...product(
    ["you may", "you might", "you can", "you could"],
    ["", "go ahead and", "feel free to", "as well", "want to"],
  ),
  "be a love",
  "be a dear",
  "be a darling",
  "be an angel",
  "be a star",
  "be a pal",
  "be a sweetheart",
  "do please",
  "do kindly",
  "if you please",
  "if i may",
  "if i might",
  "if i may ask",
  "if you dont object",
  "by all means",
  "with your permission",
];

/** How a thing is to be done, before its verb. */
export const MANNER = words(
  "pray simply duly kindly quickly promptly swiftly speedily merely gently gladly rapidly henceforth forthwith thereupon hereby",
);

/** How a thing was done, before its verb. */
export const DONE_DULY = words(
  "duly quickly promptly dutifully successfully gladly happily proudly safely simply swiftly properly recently lately",
);

const SO_KIND = "(?:so|very|that)?\\s*(?:kind|good|nice)(?:\\s+enough)?";

const KINDLY = [
  "i\\s+(?:may|might)(?:\\s+(?:ask|be\\s+so\\s+bold|trouble\\s+you))?",
  `you(?:['’]d|\\s+would|\\s+could|\\s+will)(?:\\s+(?:please|kindly|be\\s+${SO_KIND}))?`,
  "you\\s+(?:don['’]?t|do\\s+not|wouldn['’]?t|would\\s+not)\\s+(?:mind|object)(?:\\s+me\\s+asking)?",
  "you\\s+please",
  "it\\s+pleases?\\s+you",
  "(?:it|that)(?:['’]?s|\\s+is)\\s+(?:not\\s+too\\s+much\\s+(?:trouble|bother|to\\s+ask)|no\\s+(?:trouble|bother)|convenient)",
];

/**
 * A courtesy between marks, or behind all else. It needs a mark before it ("ask Tom if I may" has none), or words that
 * nothing else ends in ("if you please").
 */
export const ASIDE_COURTESY = new RegExp(
  `(?:\\s*[,;–—-]\\s*(?:and\\s+)?if\\s+(?:${KINDLY.join("|")})|(?<=\\S)\\s+if\\s+(?:you\\s+please|you\\s+would\\s+be\\s+${SO_KIND}))(?:(?=\\s*(?:[:.;!?]|$))|(\\s*,)(?=\\s))`,
  "giu",
);

/** A word that counts, before what it counts: at the head of a line or behind a mark. */
export const COUNTED =
  /(?<=^|[:;,.!—–]\s*|\band\s|\bthen\s)(?:(?:and|then)\s+)*(?:(?:first|second|third|fourth|fifth|sixth|last)(?:\s+of\s+all)?\s*[,:]\s*|(?:firstly|secondly|thirdly|fourthly|fifthly|lastly|finally)\s*[,:]?\s+)/gi;

/** Letters that count: "a) call the bank b) pay the rent". */
export const LETTERED = /(?<=^|\s)\(?([a-f])\)\s+(?=\p{L})/giu;

/** Verbs of orders, beside those of things to do and of this assistant's work. */
export const ORDERS = words("add strike note scrap undo");
