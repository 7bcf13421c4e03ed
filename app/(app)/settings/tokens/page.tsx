/** The person's access tokens: what programs sign in with. */
import type { Metadata } from "next";
import { AccessTokens } from "@/components/settings/access-tokens";
import { PageHeader } from "@/components/shell/page-header";
import { TaskCount } from "@/components/tasks/task-count";
import { pageContext } from "@/lib/auth/page-context";
import { env } from "@/lib/env";
import { listAccessTokens } from "@/lib/users/access-tokens";

export const metadata: Metadata = { title: "Access tokens" };

const SHOWN = 100;

const TokensPage = async () => {
  const { ctx } = await pageContext();
  const { tokens } = await listAccessTokens(ctx, { limit: SHOWN });
  return (
    <>
      <PageHeader title="Access tokens" taskCount={<TaskCount />} />
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-130 px-5 pb-[max(3rem,env(safe-area-inset-bottom))]">
          <AccessTokens
            initial={tokens}
            mcpAddress={`${env().NEXTAUTH_URL}/api/mcp`}
            timeZone={ctx.timeZone}
            renderedAt={ctx.now.toISOString()}
          />
        </div>
      </div>
    </>
  );
};

export default TokensPage;
