import { serverOperations } from "@/lib/http/operations/server";
import { requireScope, routes, withUser } from "@/lib/http/route";
import { wouldChange } from "@/lib/mcp/definitions";
import { checkDoor } from "@/lib/mcp/door";
import { answerMcp } from "@/lib/mcp/server";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(
    serverOperations.mcp,
    async ({ request, body, requestId, ctx, me, scope }) => {
      if (wouldChange(body)) requireScope("write", { scope });
      return answerMcp(request, body, { ctx, confirmDeletions: me.confirm_deletions, requestId });
    },
    checkDoor,
  ),
);
