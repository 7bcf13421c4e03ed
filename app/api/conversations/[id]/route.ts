import { z } from "zod";
import { cancelConversation } from "@/lib/agent/turn";
import { conversationPatch } from "@/lib/conversations/schema";
import {
  deleteConversation,
  getConversation,
  updateConversation,
} from "@/lib/conversations/service";
import { idParams } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";

const query = z.strictObject({ before: z.string().max(2000).optional() });

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({ params: idParams, query }, async ({ ctx, params, query }) =>
    json(await getConversation(ctx, params.id, query)),
  ),
  PATCH: withUser({ params: idParams, body: conversationPatch }, async ({ ctx, params, body }) =>
    json(await updateConversation(ctx, params.id, body)),
  ),
  DELETE: withUser({ params: idParams }, async ({ ctx, params }) => {
    await cancelConversation(ctx, params.id);
    await deleteConversation(ctx, params.id);
    return json({ status: "deleted", conversation_id: params.id });
  }),
});
