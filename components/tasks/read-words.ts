/** What the server understands of a line of words that is to be a task: its title, its date and its priority. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "@/components/api";
import type { KeptWords, ReadWords } from "@/lib/tasks/schema";

/** "Today" is another day tomorrow: nothing that was understood is kept for long. */
const FRESH_MS = 60_000;

/** `keep` names what is to stay in the title. */
export const readWordsOptions = (text: string, keep: readonly KeptWords[] = []) =>
  queryOptions({
    queryKey: ["read-words", text.trim(), ...keep],
    queryFn: ({ signal }) =>
      api<ReadWords>("/api/tasks/parse", {
        method: "POST",
        body: keep.length === 0 ? { text } : { text, keep },
        signal,
      }),
    staleTime: FRESH_MS,
    gcTime: FRESH_MS,
  });

/** What was understood and is to stay in the title: the words of a date, or the level of a priority. */
export type Kept = readonly string[];

/** What of `reading` is kept in the title; other words that are written later are understood anew. */
export const keptOf = ({ words, priority }: ReadWords, kept: Kept): KeptWords[] => [
  ...(words !== null && kept.includes(words) ? (["date"] as const) : []),
  ...(priority !== undefined && kept.includes(priority) ? (["priority"] as const) : []),
];
