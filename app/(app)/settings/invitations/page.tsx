/** The operator's invitations. For anybody else there is no such page. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Invitations } from "@/components/settings/invitations";
import { PageHeader } from "@/components/shell/page-header";
import { TaskCount } from "@/components/tasks/task-count";
import { pageContext } from "@/lib/auth/page-context";
import { env } from "@/lib/env";
import { listInvitations } from "@/lib/users/invitations";

export const metadata: Metadata = { title: "Invitations" };

const SHOWN = 100;

const InvitationsPage = async () => {
  const { ctx, operator } = await pageContext();
  if (!operator) notFound();
  const { invitations } = await listInvitations(ctx, { limit: SHOWN });
  return (
    <>
      <PageHeader title="Invitations" taskCount={<TaskCount />} />
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-130 px-5 pb-[max(3rem,env(safe-area-inset-bottom))]">
          <Invitations
            initial={invitations}
            mode={env().SIGNUP}
            timeZone={ctx.timeZone}
            renderedAt={ctx.now.toISOString()}
          />
        </div>
      </div>
    </>
  );
};

export default InvitationsPage;
