/**
 * Who talks in the bench: accounts made through the API, and what they have said before, written straight into the
 * tables.
 */
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { conversations, messages, turns } from "@/db/schema";
import { newId } from "@/lib/ids";
import { bodyOf, send } from "./client";

export type Person = { id: string; headers: { authorization: string } };

const signedUp = z.object({ token: z.string(), user: z.object({ id: z.string() }) });

/** A new account, signed in. */
export const signUp = async (appUrl: string): Promise<Person> => {
  const name = `Bench ${newId()}`;
  const email = `${newId()}@bench.invalid`;
  const body = { email, name, password: `a long one for the bench: ${newId()}` };
  const answered = await send({ url: `${appUrl}/api/auth/signup`, body });
  const { token, user } = signedUp.parse(JSON.parse(bodyOf(answered)));
  return { id: user.id, headers: { authorization: `Bearer ${token}` } };
};

/** Rows of one insert; PostgreSQL takes 65,535 parameters. */
const BATCH = 1000;

const inBatches = async <T>(
  rows: readonly T[],
  insert: (batch: T[]) => Promise<unknown>,
): Promise<void> => {
  for (let start = 0; start < rows.length; start += BATCH) {
    await insert(rows.slice(start, start + BATCH));
  }
};

const conversationRow = (person: Person, messageCount: number) => {
  const now = new Date();
  return {
    id: newId(),
    userId: person.id,
    title: "A conversation of the bench",
    messageCount,
    createdAt: now,
    updatedAt: now,
  };
};

/** A conversation with `count` messages, an even number: sentences and answers, each pair a turn. Gives its id. */
export const seedConversation = async (
  db: Database,
  person: Person,
  count: number,
): Promise<string> => {
  const conversation = conversationRow(person, count);
  await db.insert(conversations).values(conversation);
  const shared = { userId: person.id, conversationId: conversation.id, createdAt: new Date() };
  const told = Array.from({ length: count / 2 }, (_, index) => ({
    position: 2 * index,
    turn: {
      ...shared,
      id: newId(),
      userMessageId: newId(),
      messageId: newId(),
      status: "completed" as const,
      requestHash: "",
      timeZone: "UTC",
      model: "bench",
      leaseExpiresAt: shared.createdAt,
    },
  }));
  const message = (
    role: "user" | "assistant",
    content: string,
    row: { id: string; turnId: string; position: number },
  ) => ({ ...shared, ...row, role, content, parts: [{ type: "text" as const, text: content }] });
  await inBatches(told, (batch) => db.insert(turns).values(batch.map(({ turn }) => turn)));
  await inBatches(told, (batch) =>
    db.insert(messages).values(
      batch.flatMap(({ turn, position }) => [
        message("user", "Remind me to water the plants on Friday, please.", {
          id: turn.userMessageId,
          turnId: turn.id,
          position,
        }),
        message("assistant", "Done: the plants are on your list for Friday.", {
          id: turn.messageId,
          turnId: turn.id,
          position: position + 1,
        }),
      ]),
    ),
  );
  return conversation.id;
};

/** `count` conversations without messages. */
export const seedConversations = (db: Database, person: Person, count: number): Promise<void> =>
  inBatches(
    Array.from({ length: count }, () => conversationRow(person, 0)),
    (batch) => db.insert(conversations).values(batch),
  );

/** What autovacuum would do in time: a plan made without statistics tells nothing about a long history. */
export const analyze = async (db: Database): Promise<void> => {
  await db.execute(sql`analyze`);
};
