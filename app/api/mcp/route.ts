import { AppError } from "@/lib/errors";
import { readJson } from "@/lib/http/body";
import { userRoutes, withUser } from "@/lib/http/route";
import { checkDoor } from "@/lib/mcp/door";
import { answerMcp } from "@/lib/mcp/server";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({}, async ({ request, requestId, ctx, me }) => {
    checkDoor(request);
    const body = await readJson(request);
    if (Array.isArray(body)) {
      throw new AppError("invalid_request", "Send one message at a time: batches are not taken.");
    }
    return answerMcp(request, body, { ctx, confirmDeletions: me.confirm_deletions, requestId });
  }),
});
