import { getDatabase } from "@/db/client";
import { bearerSession } from "@/lib/auth/bearer-session";
import { signUp } from "@/lib/auth/credentials";
import { json, publicRoutes, withoutUser } from "@/lib/http/route";
import { signUpInput } from "@/lib/users/schema";

export const { GET, POST, PUT, PATCH, DELETE } = publicRoutes({
  POST: withoutUser({ body: signUpInput }, async ({ body }) => {
    const db = await getDatabase();
    const now = new Date();
    return json(await bearerSession(db, await signUp(db, body, now), now), 201);
  }),
});
