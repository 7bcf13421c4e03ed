/**
 * The schemas of the table by name, as JSON Schema (2020-12), which OpenAPI 3.1 speaks. A schema that has a name here is
 * described once and referred to everywhere.
 */
import { z } from "zod";
import { turnEvent } from "@/lib/agent/events";
import {
  answer,
  approval,
  conversation,
  conversationPatch,
  conversationSummary,
  message,
  messagePart,
  problem,
  turn,
} from "@/lib/conversations/schema";
import { userEvent } from "@/lib/events/schema";
import { change, newTask, readWords, task, taskPatch } from "@/lib/tasks/schema";
import {
  accessToken,
  me,
  mePatch,
  newAccessToken,
  signInInput,
  signUpInput,
} from "@/lib/users/schema";
import { createdToken, deletedToken, session, tokenList } from "../operations/accounts";
import { changeList, undoneChanges } from "../operations/changes";
import { conversationList, deletedConversation } from "../operations/conversations";
import { eventTypes } from "../operations/operation";
import { health, mcpMessage } from "../operations/server";
import { deletedTask, parseBody, taskList } from "../operations/tasks";
import { approvalBody, chatBody, retryBody } from "../operations/turns";

export type JsonSchema = Record<string, unknown>;

const BODIES: Record<string, z.ZodType> = {
  NewTask: newTask,
  TaskPatch: taskPatch,
  TaskWords: parseBody,
  ConversationPatch: conversationPatch,
  ChatMessage: chatBody,
  ApprovalDecision: approvalBody,
  Retry: retryBody.unwrap(),
  SignUp: signUpInput,
  SignIn: signInInput,
  MePatch: mePatch,
  NewAccessToken: newAccessToken,
};

const ANSWERS: Record<string, z.ZodType> = {
  Task: task,
  TaskList: taskList,
  DeletedTask: deletedTask,
  ReadWords: readWords,
  Change: change,
  ChangeList: changeList,
  Changes: undoneChanges,
  ChatAnswer: answer,
  Approval: approval,
  Turn: turn,
  ConversationSummary: conversationSummary,
  ConversationList: conversationList,
  Conversation: conversation,
  DeletedConversation: deletedConversation,
  Message: message,
  MessagePart: messagePart,
  Session: session,
  Me: me,
  AccessToken: accessToken,
  TokenList: tokenList,
  CreatedToken: createdToken,
  DeletedToken: deletedToken,
  Health: health,
  McpMessage: mcpMessage,
  Problem: problem,
};

/** `turn.started` as `TurnStarted`. */
const nameOf = (type: string): string =>
  type.replace(/(^|\.)(\w)/g, (_match, _dot, letter: string) => letter.toUpperCase());

const EVENTS: Record<string, z.ZodType> = Object.fromEntries(
  [...eventTypes(turnEvent), ...eventTypes(userEvent)].map(([type, schema]) => [
    `${nameOf(type)}Event`,
    schema,
  ]),
);

const registryOf = (schemas: Record<string, z.ZodType>) => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  return registry;
};

const refTo = (name: string): string => `#/components/schemas/${name}`;

/** Formats that say all that zod's pattern for them says. */
const FORMATS = new Set(["date", "date-time", "email", "uuid"]);

const plain: z.core.ToJSONSchemaParams["override"] = ({ jsonSchema }) => {
  const schema = jsonSchema as JsonSchema;
  delete schema["$schema"];
  delete schema["$id"];
  if (FORMATS.has(String(schema["format"]))) delete schema["pattern"];
  if (schema["maximum"] === Number.MAX_SAFE_INTEGER) delete schema["maximum"];
  if (schema["minimum"] === Number.MIN_SAFE_INTEGER) delete schema["minimum"];
  if (schema["openapi"] === undefined) return;
  // What a text in an address means (`lib/http/params.ts`).
  Object.assign(schema, schema["openapi"]);
  delete schema["openapi"];
  delete schema["pattern"];
  delete schema["enum"];
};

const NAMED = { input: registryOf(BODIES), output: registryOf({ ...ANSWERS, ...EVENTS }) };

const componentsOf = (io: "input" | "output"): Record<string, JsonSchema> => {
  const { schemas } = z.toJSONSchema(NAMED[io], { io, uri: refTo, override: plain });
  for (const schema of Object.values(schemas)) {
    delete schema.$schema;
    delete schema.$id;
  }
  return schemas;
};

/** Every named schema. */
export const schemaComponents = (): Record<string, JsonSchema> => ({
  ...componentsOf("output"),
  ...componentsOf("input"),
});

/** A reference to a named schema, or another schema in full; as it is sent (`input`) or answered (`output`). */
export const jsonSchemaOf = (schema: z.ZodType, io: "input" | "output"): JsonSchema => {
  const name = NAMED[io].get(schema)?.id;
  if (name !== undefined) return { $ref: refTo(name) };
  const { $schema: _dialect, ...whole } = z.toJSONSchema(schema, { io, override: plain });
  return whole;
};
