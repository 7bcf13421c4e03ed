/** The MCP route as tests call it, and somebody who may. */
import { DELETE, GET, POST } from "@/app/api/mcp/route";
import type { Database } from "@/db/client";
import { bearerSession } from "@/lib/auth/bearer-session";
import type { Context } from "@/lib/context";
import { makeUser } from "./database";
import { fetchFrom } from "./routes";

export const ADDRESS = "http://localhost:3000/api/mcp";
export const fetchMcp = fetchFrom({ GET, POST, DELETE });

export const someone = async (db: Database): Promise<{ ctx: Context; token: string }> => {
  const ctx = await makeUser(db);
  const user = await db.query.users.findFirst({
    where: (users, { eq }) => eq(users.id, ctx.userId),
  });
  return { ctx, token: (await bearerSession(db, user!, new Date())).token };
};
