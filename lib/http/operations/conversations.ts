/** `/api/conversations`: finding, reading and keeping them. */
import { z } from "zod";
import { conversation, conversationPatch, conversationSummary } from "@/lib/conversations/schema";
import { searchWords } from "@/lib/tasks/schema";
import { idParams, paging, queryFlag } from "../params";
import { EXAMPLE } from "./examples";
import { gives, operation, pageOf } from "./operation";

const byId = { tag: "Conversations", path: "/api/conversations/{id}", params: idParams } as const;

export const conversationList = pageOf("conversations", conversationSummary);
export const deletedConversation = z.strictObject({
  status: z.literal("deleted"),
  conversation_id: z.uuid(),
});

const SUMMARY: z.output<typeof conversationSummary> = {
  id: EXAMPLE.IDS.conversation,
  title: "Pay rent",
  created_at: EXAMPLE.AT,
  updated_at: EXAMPLE.LATER,
  message_count: 2,
  pinned: false,
  archived: false,
};

const listQuery = z.strictObject({
  q: searchWords.optional().describe("Words to find in titles and messages."),
  archived: queryFlag
    .optional()
    .describe("Those that are archived; without it, those that are not."),
  pinned: queryFlag.optional(),
  ...paging,
});

const readQuery = z.strictObject({
  before: z.string().max(2000).optional().describe("A `previous_cursor`: older messages."),
});

export const conversationOperations = {
  list: operation({
    id: "listConversations",
    method: "GET",
    path: "/api/conversations",
    tag: "Conversations",
    summary: "List conversations",
    description: "Newest activity first.",
    access: "read",
    query: listQuery,
    answers: {
      200: gives("A page of conversations.", conversationList, {
        conversations: [SUMMARY],
        count: 1,
        next_cursor: null,
      }),
    },
  }),
  get: operation({
    ...byId,
    id: "getConversation",
    method: "GET",
    summary: "Read a conversation",
    description: "The latest 100 messages in order, or those before a cursor.",
    access: "read",
    query: readQuery,
    answers: {
      200: gives("The conversation.", conversation, {
        id: SUMMARY.id,
        title: SUMMARY.title,
        created_at: SUMMARY.created_at,
        updated_at: SUMMARY.updated_at,
        message_count: 2,
        messages: [
          {
            id: EXAMPLE.IDS.userMessage,
            role: "user",
            content: "Pay rent on the 1st, high priority",
            created_at: EXAMPLE.AT,
            turn_id: EXAMPLE.IDS.turn,
            status: "completed",
            parts: [{ type: "text", text: "Pay rent on the 1st, high priority" }],
          },
          {
            id: EXAMPLE.IDS.message,
            role: "assistant",
            content: EXAMPLE.CHAT_ANSWER.response,
            created_at: EXAMPLE.AT,
            turn_id: EXAMPLE.IDS.turn,
            status: "completed",
            model: "offline",
            parts: [
              {
                type: "tool_call",
                call_id: "call_1",
                tool: "add_task",
                arguments: { title: "Pay rent", due: "on the 1st", priority: "high" },
                status: "completed",
                result: { task_id: 4, status: "created", title: "Pay rent" },
                changes: [EXAMPLE.CREATED],
              },
              { type: "text", text: EXAMPLE.CHAT_ANSWER.response },
            ],
          },
        ],
        active_turn_id: null,
        previous_cursor: null,
      }),
    },
    errors: ["not_found"],
  }),
  update: operation({
    ...byId,
    id: "updateConversation",
    method: "PATCH",
    summary: "Rename, pin or archive a conversation",
    access: "write",
    body: conversationPatch,
    examples: { rename: { title: "Rent" }, pin: { pinned: true } },
    answers: {
      200: gives("The conversation as lists show it.", conversationSummary, {
        ...SUMMARY,
        title: "Rent",
      }),
    },
    errors: ["not_found"],
  }),
  delete: operation({
    ...byId,
    id: "deleteConversation",
    method: "DELETE",
    summary: "Delete a conversation",
    description: "Its messages go too, and a running turn is stopped. Tasks stay.",
    access: "write",
    answers: {
      200: gives("It is gone.", deletedConversation, {
        status: "deleted",
        conversation_id: SUMMARY.id,
      }),
    },
    errors: ["not_found"],
  }),
};
