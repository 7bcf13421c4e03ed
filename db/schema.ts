/**
 * The tables. Every row of a person's hangs on `users`, so that deleting an account leaves nothing.
 * Ids are UUID v7, made in the app; instants are `timestamptz`, due dates and times are floating. Documents are `json`
 * and not `jsonb`, which would change the order of their fields between the first answer and a repeat.
 * After a change here: `npm run db:generate`.
 */
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  json,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { TurnEvent } from "@/lib/agent/events";
import type { Answer, HeldApproval, MessagePart, Problem } from "@/lib/conversations/schema";
import type { UserEvent } from "@/lib/events/schema";
import type { Change, Task } from "@/lib/tasks/schema";

const instant = (name: string) =>
  timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
const createdAt = () => instant("created_at").notNull();

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    /** Lower case, so that sign-in ignores case. */
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    /** argon2id in PHC form; null where the account has no password. */
    passwordHash: text("password_hash"),
    /** IANA name; null until the person or their browser has said one. */
    timeZone: text("time_zone"),
    confirmDeletions: text("confirm_deletions", { enum: ["always", "many", "never"] })
      .notNull()
      .default("many"),
    /** The number that the next task gets; only ever grows. */
    nextTaskNumber: integer("next_task_number").notNull().default(1),
    /** The number of the latest row in `user_events`. */
    lastEvent: integer("last_event").notNull().default(0),
    /** Who runs this installation: the first account, and after it the oldest. Never taken from a request. */
    operator: boolean("operator").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("users_one_operator")
      .on(t.operator)
      .where(sql`${t.operator}`),
  ],
);

/** A GitHub or Google account that opens this one. */
export const linkedAccounts = pgTable(
  "linked_accounts",
  {
    provider: text("provider", { enum: ["github", "google"] }).notNull(),
    /** The provider's own id of the account, which stays when its e-mail address changes. */
    providerAccountId: text("provider_account_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "linked_accounts_pkey", columns: [t.provider, t.providerAccountId] }),
    index("linked_accounts_user").on(t.userId),
  ],
);

/** A link that lets one person make an account; used or not, it goes with who made it and with who used it. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid("id").primaryKey(),
    /** The operator who made it. */
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Lower case; the only address that it is good for. Null: for any. */
    email: text("email"),
    /** SHA-256 of the token in the link. */
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    usedBy: uuid("used_by").references(() => users.id, { onDelete: "cascade" }),
  },
  (t) => [
    index("invitations_user").on(t.userId, t.id.desc()),
    index("invitations_used_by").on(t.usedBy),
  ],
);

/** A sign-in that can be ended: the token of a cookie or bearer names its row. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["browser", "bearer"] }).notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expires").on(t.expiresAt)],
);

/** What a program signs in with, in a person's name: only a hash is kept. */
export const accessTokens = pgTable(
  "access_tokens",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** SHA-256 of the token, which is random enough to need no salt. */
    tokenHash: text("token_hash").notNull().unique(),
    scope: text("scope", { enum: ["read", "write"] }).notNull(),
    createdAt: createdAt(),
    /** Null: until it is deleted. */
    expiresAt: instant("expires_at"),
    /** To the minute. */
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [index("access_tokens_user").on(t.userId, t.id.desc())],
);

export const conversations = pgTable(
  "conversations",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    /** Kept in the transaction that writes a message; also the next message's position. */
    messageCount: integer("message_count").notNull().default(0),
    pinned: boolean("pinned").notNull().default(false),
    archived: boolean("archived").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    unique("conversations_user_id").on(t.userId, t.id),
    index("conversations_recent").on(t.userId, t.archived, t.updatedAt.desc(), t.id.desc()),
  ],
);

export const turns = pgTable(
  "turns",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    userMessageId: uuid("user_message_id").notNull(),
    messageId: uuid("message_id").notNull(),
    status: text("status", {
      enum: ["running", "awaiting_approval", "completed", "failed", "cancelled", "interrupted"],
    }).notNull(),
    idempotencyKey: text("idempotency_key"),
    /** SHA-256 of the parsed request, to tell a repeat from another request under the same key. */
    requestHash: text("request_hash").notNull(),
    timeZone: text("time_zone").notNull(),
    /** The model's name, or `offline`. */
    model: text("model").notNull(),
    answer: json("answer").$type<Answer>(),
    /** While the turn waits for a yes: what it waits with. */
    approval: json("approval").$type<HeldApproval>(),
    error: json("error").$type<Problem>(),
    promptTokens: integer("prompt_tokens").notNull().default(0),
    cachedTokens: integer("cached_tokens").notNull().default(0),
    completionTokens: integer("completion_tokens").notNull().default(0),
    costUsd: numeric("cost_usd", { precision: 12, scale: 6, mode: "number" }),
    createdAt: createdAt(),
    /** Renewed while the turn's process lives; past it, the turn counts as interrupted. */
    leaseExpiresAt: instant("lease_expires_at").notNull(),
    cancelRequestedAt: instant("cancel_requested_at"),
    /** Counted up when the turn is taken up again; an earlier run that still lives can write nothing more. */
    run: integer("run").notNull().default(1),
    firstTokenMs: integer("first_token_ms"),
    durationMs: integer("duration_ms"),
  },
  (t) => [
    foreignKey({
      name: "turns_conversation",
      columns: [t.userId, t.conversationId],
      foreignColumns: [conversations.userId, conversations.id],
    }).onDelete("cascade"),
    unique("turns_idempotency").on(t.userId, t.idempotencyKey),
    // One turn at a time in a conversation, whoever asks and wherever it runs.
    uniqueIndex("turns_one_active")
      .on(t.conversationId)
      .where(sql`${t.status} in ('running', 'awaiting_approval')`),
    index("turns_lease")
      .on(t.leaseExpiresAt)
      .where(sql`${t.status} = 'running'`),
  ],
);

export const messages = pgTable(
  "messages",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    /** 0, 1, 2 … in its conversation: the order of messages, whatever the clocks say. */
    position: integer("position").notNull(),
    role: text("role", { enum: ["user", "assistant"] }).notNull(),
    content: text("content").notNull(),
    parts: json("parts").$type<MessagePart[]>().notNull(),
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "messages_conversation",
      columns: [t.userId, t.conversationId],
      foreignColumns: [conversations.userId, conversations.id],
    }).onDelete("cascade"),
    unique("messages_position").on(t.conversationId, t.position),
    index("messages_turn").on(t.turnId),
  ],
);

/** What a turn told, stored before anybody saw it, so that a stream can be resumed on any instance; kept for a day. */
export const turnEvents = pgTable(
  "turn_events",
  {
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … in its turn, over all of its runs. */
    number: integer("number").notNull(),
    type: text("type").$type<TurnEvent["type"]>().notNull(),
    /** The event as JSON, to the byte as the wire carries it. */
    data: text("data").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "turn_events_pkey", columns: [t.turnId, t.number] }),
    index("turn_events_created").on(t.createdAt),
  ],
);

/** A tool call's receipt, written in the transaction of its effect: it happens once. */
export const toolCalls = pgTable(
  "tool_calls",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    /** 0, 1, 2 … in its turn. */
    ordinal: integer("ordinal").notNull(),
    /** The call's id in the turn's events and in what the model is shown. */
    callId: text("call_id").notNull(),
    tool: text("tool").notNull(),
    arguments: json("arguments").$type<unknown>().notNull(),
    /** SHA-256 of the canonical arguments. */
    argumentsHash: text("arguments_hash").notNull(),
    status: text("status", { enum: ["completed", "failed", "rejected"] }).notNull(),
    result: json("result").$type<unknown>().notNull(),
    changes: json("changes").$type<Change[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("tool_calls_ordinal").on(t.turnId, t.ordinal)],
);

export const tasks = pgTable(
  "tasks",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Counted per person from 1; what everyone calls the task's id. */
    number: integer("number").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    dueOn: date("due_on", { mode: "string" }),
    /** `HH:MM`; only together with `due_on`. */
    dueTime: text("due_time"),
    priority: text("priority", { enum: ["none", "low", "medium", "high"] })
      .notNull()
      .default("none"),
    recurrence: text("recurrence"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
    completedAt: instant("completed_at"),
  },
  (t) => [
    primaryKey({ name: "tasks_pkey", columns: [t.userId, t.number] }),
    index("tasks_due").on(t.userId, t.dueOn),
  ],
);

/** The ledger: every change of a task, written in the transaction that makes it. */
export const taskChanges = pgTable(
  "task_changes",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Not a foreign key: a deleted task's history stays. */
    taskNumber: integer("task_number").notNull(),
    kind: text("kind", {
      enum: ["created", "updated", "completed", "reopened", "deleted", "restored"],
    }).notNull(),
    before: json("before").$type<Task>(),
    after: json("after").$type<Task>(),
    actorKind: text("actor_kind", { enum: ["user", "agent", "token"] }).notNull(),
    actorName: text("actor_name").notNull(),
    turnId: uuid("turn_id").references(() => turns.id, { onDelete: "set null" }),
    /** The change that this one takes back. */
    undoes: uuid("undoes"),
    /** It was taken back, and that was not taken back in turn. */
    undone: boolean("undone").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    index("task_changes_user").on(t.userId, t.id.desc()),
    index("task_changes_task").on(t.userId, t.taskNumber),
    index("task_changes_turn").on(t.turnId),
    // The deleted tasks, newest first, however long the ledger is.
    index("task_changes_deleted")
      .on(t.userId, t.id.desc())
      .where(sql`${t.kind} = 'deleted'`),
  ],
);

/** What changed for a person, for the pages they have open; kept for a day. */
export const userEvents = pgTable(
  "user_events",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … for each person, in the order in which the changes were committed. */
    number: integer("number").notNull(),
    event: json("event").$type<UserEvent>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "user_events_pkey", columns: [t.userId, t.number] }),
    index("user_events_created").on(t.createdAt),
  ],
);

/** Counters of `rate-limiter-flexible`, shared by all instances; the column names are the library's. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull(),
  expire: timestamp("expire", { withTimezone: true, mode: "date" }),
});
