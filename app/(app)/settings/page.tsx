/** The person's own settings. */
import type { Metadata } from "next";
import Link from "next/link";
import { requestedTheme } from "@/app/theme";
import { DeleteAccount } from "@/components/settings/delete-account";
import { DeletionChoice } from "@/components/settings/deletion-choice";
import { ProfileForm } from "@/components/settings/profile-form";
import { Section } from "@/components/settings/section";
import { SignOutEverywhere } from "@/components/settings/sign-out-everywhere";
import { ThemeChoice } from "@/components/settings/theme-choice";
import { PageHeader } from "@/components/shell/page-header";
import { TaskCount } from "@/components/tasks/task-count";
import { buttonClass } from "@/components/ui/button";
import { pageContext } from "@/lib/auth/page-context";

export const metadata: Metadata = { title: "Settings" };

const SettingsPage = async () => {
  const { ctx, me, operator, hasPassword } = await pageContext();
  const theme = await requestedTheme();
  return (
    <>
      <PageHeader title="Settings" taskCount={<TaskCount />} />
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-130 px-5 pb-[max(3rem,env(safe-area-inset-bottom))]">
          <Section title="You">
            <ProfileForm me={me} renderedAt={ctx.now.toISOString()} />
          </Section>
          <Section
            title="Deleting tasks"
            description="When the assistant asks before it deletes tasks."
          >
            <DeletionChoice initial={me.confirm_deletions} />
          </Section>
          <Section title="Theme">
            <ThemeChoice initial={theme} />
          </Section>
          {operator && (
            <Section
              title="Invitations"
              description="You run this installation: decide who else gets an account."
            >
              <div>
                <Link href="/settings/invitations" className={buttonClass()}>
                  Invite people
                </Link>
              </div>
            </Section>
          )}
          <Section
            title="Access tokens"
            description="For programs that act in your name: scripts, and assistants that speak MCP."
          >
            <div className="flex flex-wrap gap-2">
              <Link href="/settings/tokens" className={buttonClass()}>
                Access tokens
              </Link>
              <Link href="/docs" className={buttonClass({ variant: "plain" })}>
                API
              </Link>
            </div>
          </Section>
          <Section
            title="Sessions"
            description="Lost a phone, or used someone else’s computer? End every session at once."
          >
            <SignOutEverywhere />
          </Section>
          <Section
            title="Your data"
            description="Everything that is yours in one file: tasks with their history, and conversations."
          >
            <div>
              <a href="/api/me/export" download className={buttonClass()}>
                Export everything
              </a>
            </div>
          </Section>
          <Section
            title="Delete account"
            description="Your account with all tasks, conversations and history goes for good. Nobody can bring it back."
          >
            <DeleteAccount email={me.email} hasPassword={hasPassword} operator={operator} />
          </Section>
        </div>
      </div>
    </>
  );
};

export default SettingsPage;
