import { AppError } from "@/lib/errors";
import { readJson } from "@/lib/http/body";
import { requireScope, userRoutes, withUser } from "@/lib/http/route";
import { wouldChange } from "@/lib/mcp/definitions";
import { checkDoor } from "@/lib/mcp/door";
import { answerMcp } from "@/lib/mcp/server";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ scope: "read" }, async ({ request, requestId, ctx, me, scope }) => {
    checkDoor(request);
    const body = await readJson(request);
    if (Array.isArray(body)) {
      throw new AppError("invalid_request", "Send one message at a time: batches are not taken.");
    }
    if (wouldChange(body)) requireScope("write", { scope });
    return answerMcp(request, body, { ctx, confirmDeletions: me.confirm_deletions, requestId });
  }),
});
