import { getDatabase } from "@/db/client";
import { bearerSession } from "@/lib/auth/bearer-session";
import { clientAddress } from "@/lib/auth/client-address";
import { signUp } from "@/lib/auth/credentials";
import { authOperations } from "@/lib/http/operations/accounts";
import { json, routes, withoutUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withoutUser(authOperations.signUp, async ({ body, request }) => {
    const db = await getDatabase();
    const now = new Date();
    const user = await signUp(db, body, { now, address: clientAddress(request.headers) });
    return json(await bearerSession(db, user, now), 201);
  }),
);
