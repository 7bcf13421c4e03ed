import { getDatabase } from "@/db/client";
import { bearerSession } from "@/lib/auth/bearer-session";
import { clientAddress } from "@/lib/auth/client-address";
import { verifyCredentials } from "@/lib/auth/credentials";
import { json, publicRoutes, withoutUser } from "@/lib/http/route";
import { signInInput } from "@/lib/users/schema";

export const { GET, POST, PUT, PATCH, DELETE } = publicRoutes({
  POST: withoutUser({ body: signInInput }, async ({ body, request }) => {
    const db = await getDatabase();
    const user = await verifyCredentials(db, body, clientAddress(request.headers));
    return json(await bearerSession(db, user, new Date()));
  }),
});
