/**
 * Conversations, messages and turns, as REST, the agent and the page see them.
 * Browser-safe: zod and pure functions only.
 */
import { z } from "zod";
import { change, codePoints, shortText, storableText, type Task } from "@/lib/tasks/schema";

const timestamp = z.iso.datetime();

/** How a tool call ended. `rejected`: it needed a yes and did not get it. */
export const toolStatus = z.enum(["completed", "failed", "rejected"]);
export type ToolStatus = z.infer<typeof toolStatus>;

/** Parsed arguments, or the raw string where the model's JSON could not be parsed. */
export const toolArguments = z.union([z.record(z.string(), z.unknown()), z.string()]);

/** A message's content in order: text, and tool calls with their results. `running` only while the turn runs. */
export const messagePart = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({
    type: z.literal("tool_call"),
    call_id: z.string(),
    tool: z.string(),
    arguments: toolArguments,
    status: z.union([z.literal("running"), toolStatus]),
    result: z.unknown(),
    changes: z.array(change),
  }),
]);
export type MessagePart = z.infer<typeof messagePart>;
export type ToolCallPart = Extract<MessagePart, { type: "tool_call" }>;

export const turnStatus = z.enum([
  "running",
  "awaiting_approval",
  "completed",
  "failed",
  "cancelled",
  "interrupted",
]);
export type TurnStatus = z.infer<typeof turnStatus>;

/** `application/problem+json`, RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  request_id: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  turn_id: z.uuid().optional(),
  conversation_id: z.uuid().optional(),
});
export type Problem = z.infer<typeof problem>;

/** Deletions that wait for the person's yes: exactly these calls, on exactly these tasks. */
export const approval = z.object({
  id: z.uuid(),
  calls: z.array(
    z.object({
      tool: z.string(),
      arguments: toolArguments,
      tasks: z.array(z.object({ id: z.int(), title: z.string() })),
    }),
  ),
});
export type Approval = z.infer<typeof approval>;

/** A call that waits, with the tasks as they were when the person was asked. */
export type HeldCall = {
  call_id: string;
  ordinal: number;
  tool: string;
  arguments: Record<string, unknown>;
  tasks: Task[];
};

/** What is stored of a turn that waits: the calls, and how many rounds it has had. */
export type HeldApproval = { id: string; calls: HeldCall[]; rounds: number };

/** What `POST /api/chat` answers, and what `turn.completed` and `turn.cancelled` carry. */
export const answer = z.object({
  response: z.string(),
  conversation_id: z.uuid(),
  message_id: z.uuid(),
  turn_id: z.uuid(),
  status: z.enum(["completed", "awaiting_approval", "cancelled"]),
  actions_taken: z.array(
    z.object({ tool: z.string(), result: toolStatus, task_id: z.string().nullable() }),
  ),
  tool_calls: z.array(z.object({ tool: z.string(), arguments: toolArguments })),
  /** Only with `awaiting_approval`. */
  approval: approval.optional(),
});
export type Answer = z.infer<typeof answer>;

/** `GET /api/turns/{id}`. */
export const turn = z.object({
  id: z.uuid(),
  conversation_id: z.uuid(),
  user_message_id: z.uuid(),
  message_id: z.uuid(),
  status: turnStatus,
  answer: answer.nullable(),
  error: problem.nullable(),
  usage: z.object({
    prompt_tokens: z.int(),
    cached_tokens: z.int(),
    completion_tokens: z.int(),
    cost_usd: z.number().nullable(),
  }),
  created_at: timestamp,
  first_token_ms: z.int().nullable(),
  duration_ms: z.int().nullable(),
});
export type Turn = z.infer<typeof turn>;

export const message = z.object({
  id: z.uuid(),
  role: z.enum(["user", "assistant"]),
  content: z.string(),
  created_at: timestamp,
  turn_id: z.uuid(),
  /** An assistant's: its turn's status. A person's: `completed`, for it is stored whole. */
  status: turnStatus,
  /** Which assistant answered: the model's name, or `offline`. Not there for a person's message. */
  model: z.string().optional(),
  parts: z.array(messagePart),
});
export type Message = z.infer<typeof message>;

/** A conversation in the list. */
export const conversationSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  created_at: timestamp,
  updated_at: timestamp,
  message_count: z.int(),
  pinned: z.boolean(),
  archived: z.boolean(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

/** `GET /api/conversations/{id}`: the latest 100 messages, or those before a cursor. */
export const conversation = conversationSummary.omit({ pinned: true, archived: true }).extend({
  messages: z.array(message),
  active_turn_id: z.uuid().nullable(),
  previous_cursor: z.string().nullable(),
});
export type Conversation = z.infer<typeof conversation>;

export const CONVERSATION_TITLE_MAX = 200;

export const conversationPatch = z
  .strictObject({
    title: shortText(CONVERSATION_TITLE_MAX, 1, "The title").optional(),
    pinned: z.boolean().optional(),
    archived: z.boolean().optional(),
  })
  .refine((value) => Object.values(value).some((field) => field !== undefined), {
    message: "Name at least one field to change.",
  });
export type ConversationPatch = z.infer<typeof conversationPatch>;

export const MESSAGE_MAX = 10_000;

/** What a person says: 1 to 10,000 characters after trimming. */
export const userMessage = storableText("A message").pipe(
  z
    .string()
    .trim()
    .min(1, "Write a message.")
    .refine(
      (value) => codePoints(value) <= MESSAGE_MAX,
      `A message may have at most ${MESSAGE_MAX.toLocaleString("en-US")} characters.`,
    ),
);
