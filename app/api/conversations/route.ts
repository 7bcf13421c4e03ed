import { z } from "zod";
import { listConversations } from "@/lib/conversations/service";
import { paging, queryFlag } from "@/lib/http/params";
import { searchWords } from "@/lib/tasks/schema";
import { json, userRoutes, withUser } from "@/lib/http/route";

const query = z.strictObject({
  ...paging,
  q: searchWords.optional(),
  archived: queryFlag.optional(),
  pinned: queryFlag.optional(),
});

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({ query }, async ({ ctx, query }) => json(await listConversations(ctx, query))),
});
