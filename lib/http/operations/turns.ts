/** `/api/chat` and `/api/turns`: saying something, and what becomes of it. */
import { z } from "zod";
import { type TurnEvent, turnEvent } from "@/lib/agent/events";
import { answer, turn, userMessage } from "@/lib/conversations/schema";
import { timeZone } from "@/lib/users/schema";
import { idParams, noFields, uuid } from "../params";
import { undoneChanges } from "./changes";
import { EXAMPLE } from "./examples";
import { type Answer, gives, numbered, operation } from "./operation";

const CHAT = "Chat";
const TURNS = "Turns";

export const chatBody = z.strictObject({
  message: userMessage.describe("1 to 10,000 characters after trimming."),
  conversation_id: uuid
    .nullish()
    .describe("Where to say it; null or left out begins a conversation."),
  time_zone: timeZone
    .optional()
    .describe(
      "An IANA name, such as Europe/Berlin: where the person is now. Else their own setting.",
    ),
});

export const approvalBody = z.strictObject({
  decision: z.enum(["approve", "reject"], { error: "The decision is approve or reject." }),
  approval_id: uuid
    .optional()
    .describe("What was shown when it was decided; a repeat then can't approve what came after."),
});

export const retryBody = z
  .strictObject({
    assistant: z
      .literal("offline", { error: "The assistant is offline, or left out." })
      .optional()
      .describe("`offline` lets the embedded assistant answer, whatever model is configured."),
  })
  .optional();

const { IDS, CHAT_ANSWER, CREATED } = EXAMPLE;

const STREAMED: TurnEvent[] = [
  {
    type: "turn.started",
    turn_id: IDS.turn,
    conversation_id: IDS.conversation,
    user_message_id: IDS.userMessage,
    message_id: IDS.message,
  },
  {
    type: "tool.started",
    call_id: "call_1",
    tool: "add_task",
    arguments: { title: "Pay rent", due: "on the 1st", priority: "high" },
  },
  {
    type: "tool.finished",
    call_id: "call_1",
    tool: "add_task",
    status: "completed",
    result: { task_id: 4, status: "created", title: "Pay rent" },
    changes: [CREATED],
  },
  { type: "text.delta", text: CHAT_ANSWER.response },
  { type: "turn.completed", ...CHAT_ANSWER },
];

/** A turn's answer: when it ends, or as it comes. */
const turnAnswer = (description: string): Answer => ({
  ...gives(description, answer, CHAT_ANSWER),
  events: numbered(turnEvent, STREAMED),
});

const AS_IT_COMES =
  "With `Accept: text/event-stream` the turn is streamed: `id` numbers its events from 1, and the stream ends with " +
  "`turn.completed`, `turn.cancelled`, `turn.failed` or `approval.required`. Closing the connection does not stop the turn.";

export const turnOperations = {
  chat: operation({
    id: "chat",
    method: "POST",
    path: "/api/chat",
    tag: CHAT,
    summary: "Say something",
    description:
      `Starts a turn: the assistant answers, and changes tasks where it is asked to. ${AS_IT_COMES} The same ` +
      "`Idempotency-Key` with the same body gives the same turn again, never a second effect. When the model fails, " +
      "the message is kept, and the problem names the turn to retry.",
    access: "write",
    headers: ["Idempotency-Key"],
    body: chatBody,
    examples: {
      begin: { message: "Pay rent on the 1st, high priority", time_zone: "Europe/Berlin" },
      goOn: { message: "Undo that", conversation_id: IDS.conversation },
    },
    answers: {
      200: turnAnswer("What was answered; `awaiting_approval` where deletions wait for a yes."),
    },
    errors: [
      "not_found",
      "turn_in_progress",
      "idempotency_conflict",
      "rate_limited",
      "model_unavailable",
      "shutting_down",
    ],
  }),
  get: operation({
    id: "getTurn",
    method: "GET",
    path: "/api/turns/{id}",
    tag: TURNS,
    summary: "Show a turn",
    access: "read",
    params: idParams,
    answers: {
      200: gives("The turn; `answer` is what its chat call answered, or null.", turn, {
        id: IDS.turn,
        conversation_id: IDS.conversation,
        user_message_id: IDS.userMessage,
        message_id: IDS.message,
        status: "completed",
        answer: CHAT_ANSWER,
        error: null,
        usage: { prompt_tokens: 0, cached_tokens: 0, completion_tokens: 0, cost_usd: null },
        created_at: EXAMPLE.AT,
        first_token_ms: 12,
        duration_ms: 40,
      }),
    },
    errors: ["not_found"],
  }),
  events: operation({
    id: "followTurn",
    method: "GET",
    path: "/api/turns/{id}/events",
    tag: TURNS,
    summary: "Follow a turn",
    description:
      "The turn's events from the first, or after `Last-Event-ID`, live while it runs or waits for a yes, wherever it " +
      "runs. They are stored before anybody sees them, and the same to the byte each time, for 24 hours; after that, " +
      "a finished turn's are rebuilt from its message, whole, from 1. The stream ends when the turn has its outcome; " +
      "where the turn was tried again, an earlier outcome stands among its events. It also ends when the caller's " +
      "session or token is ended.",
    access: "read",
    headers: ["Last-Event-ID"],
    params: idParams,
    answers: {
      200: {
        description: "The events.",
        events: numbered(turnEvent, STREAMED),
      },
    },
    errors: ["not_found"],
  }),
  cancel: operation({
    id: "cancelTurn",
    method: "POST",
    path: "/api/turns/{id}/cancel",
    tag: TURNS,
    summary: "Stop a turn",
    description: "What was said so far is kept. A finished turn stays as it is.",
    access: "write",
    params: idParams,
    body: noFields,
    answers: {
      200: gives("The turn as it is now.", turn, {
        id: IDS.turn,
        conversation_id: IDS.conversation,
        user_message_id: IDS.userMessage,
        message_id: IDS.message,
        status: "cancelled",
        answer: { ...CHAT_ANSWER, status: "cancelled" },
        error: null,
        usage: { prompt_tokens: 812, cached_tokens: 0, completion_tokens: 9, cost_usd: 0.00013 },
        created_at: EXAMPLE.AT,
        first_token_ms: 420,
        duration_ms: 900,
      }),
    },
    errors: ["not_found"],
  }),
  decide: operation({
    id: "decideTurn",
    method: "POST",
    path: "/api/turns/{id}/approval",
    tag: TURNS,
    summary: "Approve or reject what waits",
    description: `Runs exactly the calls that were shown, or none, and lets the turn go on. ${AS_IT_COMES}`,
    access: "write",
    params: idParams,
    body: approvalBody,
    examples: { yes: { decision: "approve", approval_id: IDS.approval } },
    answers: { 200: turnAnswer("The turn's answer.") },
    errors: ["not_found", "no_approval_pending", "model_unavailable", "shutting_down"],
  }),
  retry: operation({
    id: "retryTurn",
    method: "POST",
    path: "/api/turns/{id}/retry",
    tag: TURNS,
    summary: "Try a turn again",
    description:
      "For a conversation's last turn, when it failed, was stopped or was interrupted. Calls that ran don't run " +
      `again, and event numbers go on. ${AS_IT_COMES}`,
    access: "write",
    params: idParams,
    body: retryBody,
    examples: { offline: { assistant: "offline" } },
    answers: { 200: turnAnswer("The turn's answer.") },
    errors: ["not_found", "not_retryable", "rate_limited", "model_unavailable", "shutting_down"],
  }),
  undo: operation({
    id: "undoTurn",
    method: "POST",
    path: "/api/turns/{id}/undo",
    tag: TURNS,
    summary: "Take back what a turn changed",
    description: "All of it, or nothing.",
    access: "write",
    params: idParams,
    body: noFields,
    answers: {
      200: gives("What was written.", undoneChanges, { changes: [EXAMPLE.UNDONE] }),
    },
    errors: ["not_found", "undo_conflict"],
  }),
  redo: operation({
    id: "redoTurn",
    method: "POST",
    path: "/api/turns/{id}/redo",
    tag: TURNS,
    summary: "Redo what a turn changed and was taken back",
    description: "All of it, or nothing.",
    access: "write",
    params: idParams,
    body: noFields,
    answers: {
      200: gives("What was written.", undoneChanges, { changes: [EXAMPLE.REDONE] }),
    },
    errors: ["not_found", "undo_conflict"],
  }),
};
