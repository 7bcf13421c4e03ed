import { eq, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { startTurn } from "@/lib/agent/turn";
import { hashPassword } from "@/lib/auth/password";
import { newId } from "@/lib/ids";
import { offlineModel } from "@/lib/model/offline/offline";
import { makeUser, onEachDatabase } from "@/test/database";
import { createAccessToken } from "./access-tokens";
import { deleteAccount, listAccounts, resetPassword } from "./accounts";
import { createUser, findUserByEmail } from "./service";
import { startSession } from "./sessions";

const tables = Object.values(schema).filter((value) => is(value, PgTable));

const countRows = async (db: Database): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [getTableName(table), await db.$count(table)] as const),
    ),
  );

/** Somebody who has used everything that there is. */
const busyPerson = async (db: Database, name: string): Promise<string> => {
  const ctx = await makeUser(db, { name });
  const { userId, now } = ctx;
  for (const message of ["add milk, eggs and bread", "delete milk", "delete all my tasks"]) {
    const { done } = await startTurn(
      ctx,
      {
        message,
        conversationId: null,
        timeZone: undefined,
        idempotencyKey: null,
        requestId: newId(),
      },
      { model: offlineModel, standIn: null },
    );
    await done;
  }
  await createAccessToken(ctx, { name: "Editor", scope: "write" });
  await startSession(db, { userId, kind: "browser", now });
  await db.insert(schema.linkedAccounts).values({
    provider: "github",
    providerAccountId: userId,
    userId,
    createdAt: now,
  });
  await db.insert(schema.invitations).values({
    id: newId(),
    userId,
    tokenHash: userId,
    createdAt: now,
    expiresAt: now,
    usedBy: userId,
  });
  return userId;
};

onEachDatabase("accounts", (database) => {
  it("leave nothing when they are deleted, and touch nobody else's", async () => {
    const db = database();
    await busyPerson(db, "Eve");
    const before = await countRows(db);
    const ada = await busyPerson(db, "Ada");
    const both = await countRows(db);
    // Each table is looked at: the person has rows in all that can hold any.
    const unused = Object.keys(both).filter((name) => both[name] === before[name]);
    expect(unused.filter((name) => !["rate_limits", "turn_events"].includes(name))).toEqual([]);
    await deleteAccount(db, ada);
    expect({ ...(await countRows(db)), rate_limits: 0 }).toEqual({ ...before, rate_limits: 0 });
    await expect(deleteAccount(db, ada)).rejects.toMatchObject({ code: "not_found" });
  });

  it("hand the installation on to the oldest that is left", async () => {
    const db = database();
    const [first, second, third] = [await makeUser(db), await makeUser(db), await makeUser(db)];
    await db.update(schema.users).set({ operator: false });
    await db.update(schema.users).set({ operator: true }).where(eq(schema.users.id, second.userId));
    const operators = async () =>
      (await listAccounts(db)).filter(({ operator }) => operator).map(({ id }) => id);
    await deleteAccount(db, third.userId);
    expect(await operators()).toEqual([second.userId]);
    await deleteAccount(db, second.userId);
    expect(await operators()).toEqual([first.userId]);
    await deleteAccount(db, first.userId);
    expect(await listAccounts(db)).toEqual([]);
  });

  it("get another password, which ends their sessions", async () => {
    const db = database();
    const now = new Date();
    const passwordHash = await hashPassword("the old password");
    const { id } = await createUser(db, {
      email: "ada@example.com",
      name: "Ada",
      passwordHash,
      now,
    });
    const other = await makeUser(db);
    for (const userId of [id, other.userId]) {
      await startSession(db, { userId, kind: "browser", now });
    }
    await resetPassword(db, id, { passwordHash: "another", now });
    expect(await findUserByEmail(db, "ada@example.com")).toMatchObject({ passwordHash: "another" });
    expect(await db.query.sessions.findMany()).toMatchObject([{ userId: other.userId }]);
    await expect(resetPassword(db, newId(), { passwordHash: "x", now })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
