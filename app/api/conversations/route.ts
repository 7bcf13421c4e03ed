import { z } from "zod";
import { listConversations } from "@/lib/conversations/service";
import { paging, queryFlag } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";

const query = z.strictObject({
  ...paging,
  q: z.string().max(200).optional(),
  archived: queryFlag.optional(),
  pinned: queryFlag.optional(),
});

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({ query }, async ({ ctx, query }) => json(await listConversations(ctx, query))),
});
