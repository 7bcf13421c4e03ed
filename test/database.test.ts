import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { z } from "zod";
import { users } from "@/db/schema";
import { makeUser, onEachDatabase } from "./database";

const versionResult = z.object({ rows: z.array(z.object({ version: z.string() })) });

onEachDatabase("a test's database", (database, driver) => {
  it("is the one that was asked for, with the app's schema", async () => {
    const result = await database().execute(sql`select version()`);
    const version = versionResult.parse(result).rows[0]?.version ?? "";
    // PGlite is built for WebAssembly, and says so.
    expect(/emscripten|wasm/i.test(version)).toBe(driver === "pglite");
    await makeUser(database());
    expect(await database().select().from(users)).toHaveLength(1);
  });

  it("is empty again in the next test", async () => {
    expect(await database().select().from(users)).toEqual([]);
  });
});
