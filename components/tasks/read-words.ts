/** What the server understands of a line of words that is to be a task: its title, and the date in it. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "@/components/api";
import type { ReadWords } from "@/lib/tasks/schema";

/** "Today" is another day tomorrow: nothing that was understood is kept for long. */
const FRESH_MS = 60_000;

export const readWordsOptions = (text: string) =>
  queryOptions({
    queryKey: ["read-words", text.trim()],
    queryFn: ({ signal }) =>
      api<ReadWords>("/api/tasks/parse", { method: "POST", body: { text }, signal }),
    staleTime: FRESH_MS,
    gcTime: FRESH_MS,
  });
