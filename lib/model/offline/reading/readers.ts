/**
 * From a rule's act and slots to the command that they mean.
 */
import { adding } from "./adding";
import type { NewTask, Target } from "../commands";
import { findDue, rangeOf, wholeDue } from "../words/due";
import type { Act } from "../english/rule";
import { verbOfPast } from "../english/verbs";
import { countedItems } from "./counted";
import { withoutLooseEnd } from "../words/taking-dates";
import { wholePriority } from "../words/priorities";
import { change, renameWith, STATUS, type Reader } from "./renaming";
import { readShift } from "../words/shift";
import { referenceOf } from "./targets";
import { quotation, type Span, spanOf, textOf, tokenise, wordsIn } from "../words/tokens";
import {
  didWhat,
  dueSlot,
  IT,
  levelSlot,
  plainText,
  target,
  titleText,
  topicOf,
} from "./slot-values";

/** "What do we still have to pack?" */
const STILL_OPEN =
  /^(?:whats?|which|anything|any|something|is|are|do|does|have) .*\b(?:still|left|remaining|yet|open)\b/;

const SEARCHING = /^(?:find|search|look)$/;

/** "I urgently need to …". */
const isUrgent = (span: Span, title: Span): boolean =>
  span.tokens.some(
    ({ word, start }) => word === "urgently" && start < (title.tokens[0]?.start ?? 0),
  );

const addWith: Reader = (slots, span, at) => {
  const title =
    slots["title"] ?? slots["todo"] ?? slots["dated"] ?? slots["new-title"] ?? slots["chore"];
  const { rest, often, repeat } = slots;
  if (!title) return null;
  const only = quotation(title) === undefined ? wholeDue(textOf(title), at) : null;
  // "Remind me tomorrow": of what?
  if (only && !/^\d+$/.test(textOf(title))) return { kind: "ask", about: "title", due: only };
  const extra: Partial<NewTask> = {
    ...(isUrgent(span, title) ? { priority: "high" } : {}),
    ...dueSlot(slots, at),
    ...levelSlot(slots),
  };
  if (often) extra.repeat = textOf(often);
  // "each day I must take vitamins": how often is read where it stands behind.
  if (repeat) return adding(tokenise(`${textOf(title)} ${textOf(repeat)}`), at, extra);
  const named =
    slots["due"] && title === slots["title"] ? tokenise(withoutLooseEnd(textOf(title))) : title;
  const counted = countedItems(span, named);
  if (counted) {
    const each = counted.map((item) => adding(item, at, extra, false));
    return { kind: "add", tasks: each.flatMap((one) => (one.kind === "add" ? one.tasks : [])) };
  }
  const command = adding(named, at, extra);
  if (!rest || command.kind !== "add") return command;
  // "add milk to my list for tomorrow": what follows the list belongs to the task.
  const due = wholeDue(textOf(rest), at);
  if (due) return adding(title, at, { ...extra, due });
  return adding(tokenise(`${textOf(title)} ${textOf(rest)}`), at, extra);
};

const SINKING = /^(?:lower|drop|decrease|reduce)\b/i;

const priorityCommand: Reader = (slots, span, at) => {
  const said = slots["level"] && wholePriority(textOf(slots["level"]));
  // "passport top priority" may be new.
  if (slots["object"] && said)
    return {
      ...change("update", target(slots, at), { priority: said }),
      otherwise: adding(span, at),
    };
  if (slots["raise"]) return change("update", target(slots, at, "raise"), { priority: "high" });
  if (slots["sink"]) return change("update", target(slots, at, "sink"), { priority: "low" });
  const level = slots["priority"] && wholePriority(textOf(slots["priority"]));
  // "and lower the priority"
  if (!slots["priority"])
    return change("update", IT, { priority: SINKING.test(textOf(span)) ? "low" : "high" });
  return level ? change("update", target(slots, at), { priority: level }) : null;
};

/** Null where the slots turn out to mean nothing. */
export const READERS: Readonly<Record<Act, Reader>> = {
  undo: () => ({ kind: "undo" }),
  refuse: (slots, span, at) => ({
    kind: "unclear",
    reason: "negated",
    text: textOf(span),
    ...(slots["target"] ? { target: target(slots, at) } : {}),
  }),
  "how-to": (_slots, span) => ({ kind: "unclear", reason: "question", text: textOf(span) }),
  repeat: (_slots, span) => ({ kind: "unclear", reason: "repeat", text: textOf(span) }),
  add: addWith,
  "add.whole": (slots, _span, at) =>
    slots["title"] ? adding(slots["title"], at, levelSlot(slots), false) : null,
  // "Groceries: done"
  "add.list": (slots, span, at) =>
    slots["title"] && STATUS.test(textOf(slots["title"])) ? null : addWith(slots, span, at),
  "add.onto": addWith,
  "add.nothing": () => ({ kind: "ask", about: "title" }),
  "add.supplies": (slots, _span, at) =>
    slots["title"] ? adding(tokenise(`buy ${textOf(slots["title"])}`), at) : null,
  remind: addWith,
  note: (slots, span, at) => {
    const text = slots["text"] ?? slots["quoted"] ?? slots["remark"];
    if (!text) return null;
    const noted = change("update", target(slots, at), { append: plainText(text) });
    // "paint note: white gloss" may be new.
    if (slots["object"]) return { ...noted, otherwise: adding(span, at) };
    // So may 'add "call Jo" on Friday'.
    if (!slots["quoted"]) return noted;
    const dated = slots["target"] && findDue(textOf(slots["target"]), at);
    return dated ? null : { ...noted, otherwise: adding(spanOf(span, 1), at) };
  },
  describe: (slots, _span, at) =>
    slots["text"]
      ? change("update", target(slots, at), { description: plainText(slots["text"]) })
      : null,
  "describe.clear": (slots, _span, at) => change("update", target(slots, at), { description: "" }),
  "describe.nothing": (slots, _span, at) => ({
    kind: "ask",
    about: "note",
    target: target(slots, at),
  }),
  rename: renameWith,
  "rename.part": (slots, _span, at) =>
    change("update", target(slots, at), {
      title: slots["title"] ? (quotation(slots["title"]) ?? textOf(slots["title"])) : "",
      part: slots["part"] ? (quotation(slots["part"]) ?? textOf(slots["part"])) : "",
    }),
  "rename.nothing": (slots, _span, at) => ({
    kind: "ask",
    about: "new-title",
    target: target(slots, at),
  }),
  "change.nothing": (slots, _span, at) => ({
    kind: "ask",
    about: "change",
    target: target(slots, at),
  }),
  due: (slots, _span, at) => {
    const found = target(slots, at);
    // "everything from today" is what is due today, and not the rest.
    const range =
      slots["from"] && found.kind === "filter" ? rangeOf(textOf(slots["from"]), at) : null;
    const moved: Target =
      range && found.kind === "filter"
        ? { ...found, filter: { ...found.filter, due: range } }
        : found;
    return change("update", moved, dueSlot(slots, at));
  },
  "due.shift": (slots, _span, at) => {
    const said = slots["later"] ?? slots["next"];
    const after = slots["after"] && /day|week|month/i.exec(textOf(slots["after"]))?.[0];
    const later = after
      ? readShift(`a ${after}`)
      : said && readShift(textOf(said).replace(/^next/i, "a"));
    const earlier = slots["earlier"] && readShift(textOf(slots["earlier"]));
    const shift = later ?? (earlier && { ...earlier, count: -earlier.count });
    return shift ? change("update", target(slots, at), { shift }) : null;
  },
  "time.clear": (slots, _span, at) => change("update", target(slots, at), { timeless: true }),
  "due.clear": (slots, _span, at) => change("update", target(slots, at), { due: null }),
  "due.ask": (slots, _span, at) => ({ kind: "ask", about: "due", target: target(slots, at) }),
  priority: priorityCommand,
  // "Take the dentist up to high priority" clears nothing.
  "priority.clear": (slots, _span, at) =>
    slots["target"] &&
    /\b(?:to|at|as) (?:a )?(?:high|medium|low|top|normal)$/i.test(textOf(slots["target"]))
      ? null
      : change("update", target(slots, at), { priority: "none" }),
  complete: (slots, _span, at) => change("complete", target(slots, at)),
  reopen: (slots, _span, at) =>
    change("reopen", slots["did-what"] ? didWhat(slots["did-what"], at) : target(slots, at)),
  delete: (slots, _span, at) => {
    const { needed } = slots;
    // "Mum doesn't need a call anymore" is about a call of mum.
    const words = needed && slots["target"] && `${textOf(needed)} ${textOf(slots["target"])}`;
    if (words === undefined) return change("delete", target(slots, at));
    const whole = referenceOf(words.replace(/^(?:to(?: be)?|an?|the|any|its?)\s+/i, ""));
    return change("delete", { kind: "title", whole, parts: [] });
  },
  did: (slots, _span, at) => {
    const { object } = slots;
    const verb = slots["object-past"] && verbOfPast(wordsIn(slots["object-past"])[0] ?? "");
    if (object && verb)
      return change("complete", {
        kind: "title",
        whole: [verb, referenceOf(textOf(object)), textOf(slots["sent-on"] ?? spanOf(object, 0, 0))]
          .join(" ")
          .trim(),
        parts: [],
      });
    const what = slots["did-what"] ?? slots["past-what"];
    return what ? change("complete", didWhat(what, at)) : null;
  },
  show: (slots, _span, at) => ({ kind: "look", target: target(slots, at) }),
  find: (slots, span, at) => ({
    kind: "list",
    filter: {
      status: STILL_OPEN.test(wordsIn(span).join(" ")) ? "pending" : "all",
      topic: topicOf(slots["query"] ?? slots["topic"]),
    },
    count: false,
    next: false,
    // "find a plumber" is a thing to do, where no task has a plumber in it.
    ...(SEARCHING.test(wordsIn(span)[0] ?? "") ? { otherwise: adding(span, at) } : {}),
  }),
  when: (slots, _span, at) => ({ kind: "look", target: target(slots, at) }),
  detail: (slots, span, at) => ({ kind: "look", target: target(slots, at), noted: textOf(span) }),
  ahead: (slots, _span, at) => {
    const shift = slots["later"] && readShift(textOf(slots["later"]));
    if (!shift || !slots["target"]) return null;
    return {
      kind: "ahead",
      target: target(slots, at),
      shift: { ...shift, count: -shift.count },
      of: referenceOf(textOf(slots["target"])),
      ...(slots["title"] ? { title: titleText(slots["title"]) } : {}),
    };
  },
  "is-done": (slots, _span, at) => ({
    kind: "look",
    target: slots["did-what"] ? didWhat(slots["did-what"], at) : target(slots, at),
  }),
};
