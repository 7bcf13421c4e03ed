/** One round with a model, played to its end: for the tests of adapters. */
import type { Model, ModelEvent, ModelRequest, ModelToolCall } from "@/lib/model/model";

export const ROUND: ModelRequest = {
  system: "You keep a to-do list.",
  messages: [{ role: "user", content: "Add milk and bread." }],
  tools: [
    {
      name: "add_task",
      description: "Adds a task.",
      parameters: { type: "object", properties: { title: { type: "string" } } },
    },
  ],
  now: new Date("2026-02-07T12:00:00Z"),
  timeZone: "Europe/Berlin",
};

export type Played = {
  events: ModelEvent[];
  /** All text, joined. */
  text: string;
  calls: ModelToolCall[];
  /** The last event, if it is a finish. */
  finish: Extract<ModelEvent, { type: "finish" }> | undefined;
  /** What was thrown in the end; undefined where nothing was. */
  error: unknown;
};

/** Plays `request` and keeps what came before a failure as well. */
export const play = async (
  model: Model,
  { request = ROUND, signal = new AbortController().signal } = {},
): Promise<Played> => {
  const events: ModelEvent[] = [];
  let error: unknown;
  try {
    await model.respond(request, signal, (event) => void events.push(event));
  } catch (thrown) {
    error = thrown;
  }
  const last = events.at(-1);
  return {
    events,
    text: events.map((event) => (event.type === "text" ? event.text : "")).join(""),
    calls: events.flatMap((event) => (event.type === "tool_call" ? [event.call] : [])),
    finish: last?.type === "finish" ? last : undefined,
    error,
  };
};
