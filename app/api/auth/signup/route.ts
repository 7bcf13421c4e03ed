import { getDatabase } from "@/db/client";
import { bearerSession } from "@/lib/auth/bearer-session";
import { signUp } from "@/lib/auth/credentials";
import { authOperations } from "@/lib/http/operations/accounts";
import { json, routes, withoutUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withoutUser(authOperations.signUp, async ({ body }) => {
    const db = await getDatabase();
    const now = new Date();
    return json(await bearerSession(db, await signUp(db, body, now), now), 201);
  }),
);
