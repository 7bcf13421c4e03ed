import { cancelConversation } from "@/lib/agent/turn";
import {
  deleteConversation,
  getConversation,
  updateConversation,
} from "@/lib/conversations/service";
import { conversationOperations } from "@/lib/http/operations/conversations";
import { json, routes, withUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(conversationOperations.get, async ({ ctx, params, query }) =>
    json(await getConversation(ctx, params.id, query)),
  ),
  withUser(conversationOperations.update, async ({ ctx, params, body }) =>
    json(await updateConversation(ctx, params.id, body)),
  ),
  withUser(conversationOperations.delete, async ({ ctx, params }) => {
    await cancelConversation(ctx, params.id);
    await deleteConversation(ctx, params.id);
    return json({ status: "deleted", conversation_id: params.id });
  }),
);
