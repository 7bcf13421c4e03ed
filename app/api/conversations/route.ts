import { listConversations } from "@/lib/conversations/service";
import { conversationOperations } from "@/lib/http/operations/conversations";
import { json, routes, withUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(conversationOperations.list, async ({ ctx, query }) =>
    json(await listConversations(ctx, query)),
  ),
);
