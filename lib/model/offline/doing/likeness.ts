/**
 * How much words are alike to those of a task: by stem, by meaning, or but for a slip of the finger. Used where the
 * tools' own search for titles finds nothing.
 */
import { distance } from "fastest-levenshtein";
import { wordsOf } from "@/lib/tasks/match";
import { TITLE_FILLERS } from "../english/references";
import { areSynonyms, ENDINGS } from "../english/synonyms";
import { TASK_VERBS, verbOfPast } from "../english/verbs";
import type { ListedTask } from "../history";

const stem = (word: string): string =>
  verbOfPast(word) ?? word.replace(/(?<=..)(?:ies)$/, "y").replace(/(?<=...)(?:ing|s)$/, "");

/** What words of one root share: "revise" and "revision", "renew" and "renewal". */
const rootOf = (word: string): string => {
  const root = word.replace(ENDINGS, "");
  return root.length >= 4 || (root.length === 3 && word.endsWith("ment")) ? root : word;
};

export const alike = (word: string, other: string): boolean => {
  if (word === other || stem(word) === stem(other)) return true;
  if (rootOf(stem(word)) === rootOf(stem(other))) return true;
  if (areSynonyms(stem(word), stem(other))) return true;
  if (stem(word) === stem(other).replace(/e$/, "") || stem(other) === stem(word).replace(/e$/, ""))
    return true;
  const length = Math.min(word.length, other.length);
  return length >= 5 && word[0] === other[0] && distance(word, other) <= (length >= 8 ? 2 : 1);
};

const tellingWords = (text: string): string[] =>
  wordsOf(text).filter((word) => !TITLE_FILLERS.has(word));

/** Tasks whose title or note has all of the words, or nearly. */
export const byTopic = (topic: string, tasks: readonly ListedTask[]): ListedTask[] => {
  const asked = tellingWords(topic);
  if (asked.length === 0) return [];
  const fits = (task: ListedTask) => {
    const words = [...wordsOf(task.title), ...wordsOf(task.description ?? "")];
    return asked.every((word) =>
      words.some((other) => alike(word, other) || (word.length >= 3 && other.startsWith(word))),
    );
  };
  return tasks.filter(fits);
};

/** Titles whose every telling word was said ("called mom about the trip" has "Call mom"), and those that share some. */
export const looselyBy = (
  whole: string,
  tasks: readonly ListedTask[],
  careful: boolean,
): { sure: ListedTask[]; alike: ListedTask[] } => {
  const asked = tellingWords(whole);
  const scored = tasks
    .map((task) => {
      const title = tellingWords(task.title);
      const shared = asked.filter((word) => title.some((other) => alike(word, other)));
      const covered = title.filter((word) => asked.some((other) => alike(word, other)));
      return {
        task,
        shared: shared.length,
        // Everything that was said is in the title, or everything in the title was said.
        sure:
          shared.length > 0 &&
          (shared.length === asked.length ||
            (covered.length === title.length && covered.length > (careful ? 1 : 0))),
      };
    })
    .filter(({ shared }) => shared > 0);
  const best = Math.max(0, ...scored.map(({ shared }) => shared));
  return {
    sure: scored.filter(({ sure }) => sure).map(({ task }) => task),
    alike: scored.filter(({ shared }) => shared === best).map(({ task }) => task),
  };
};

/**
 * Tasks whose titles are said within a longer text: `sure` where nearly all of a title is, and more of it than of any
 * other's; `alike` where only a part is. With `deed`, a title's own verb has to be said, too.
 */
export const namedIn = (
  text: string,
  tasks: readonly ListedTask[],
  deed: boolean,
): { sure: ListedTask[]; alike: ListedTask[] } => {
  const said = wordsOf(text);
  const scored = tasks.flatMap((task) => {
    const [verb = ""] = wordsOf(task.title);
    const isSaid = (word: string) => said.some((other) => alike(word, other));
    if (deed && TASK_VERBS.has(verb) && !isSaid(verb)) return [];
    const title = tellingWords(task.title);
    const covered = title.filter(isSaid).length;
    const sure = covered === title.length || (covered > 1 && covered * 2 >= title.length);
    return covered > 0 ? [{ task, covered, sure }] : [];
  });
  const most = Math.max(0, ...scored.map(({ covered }) => covered));
  const best = scored.filter(({ covered }) => covered === most);
  return {
    sure: best.filter(({ sure }) => sure).map(({ task }) => task),
    alike: best.map(({ task }) => task),
  };
};
