import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { onEachDatabase } from "@/test/database";
import { type Order, orderOf } from "./keyset";
import { conversations } from "./schema";

const RECENT: Order = {
  name: "recent",
  keys: [
    { expression: sql`${conversations.updatedAt}`, type: "timestamptz", direction: "desc" },
    { expression: sql`${conversations.id}`, type: "uuid", direction: "desc" },
  ],
};

onEachDatabase("an order", (database) => {
  it("is read from its index, so that a list's length doesn't matter", async () => {
    const plan = await database().transaction(async (tx) => {
      // What an empty table would be read by.
      await tx.execute(sql`set local enable_seqscan = off`);
      await tx.execute(sql`set local enable_bitmapscan = off`);
      return tx.execute(
        sql`explain select ${conversations.id} from ${conversations}
            where ${conversations.userId} = '00000000-0000-0000-0000-000000000000'
              and ${conversations.archived} = false
            order by ${sql.join(orderOf(RECENT), sql`, `)} limit 11`,
      );
    });
    const text = JSON.stringify(plan);
    expect(text).toContain("conversations_recent");
    expect(text).not.toContain("Sort");
  });
});
