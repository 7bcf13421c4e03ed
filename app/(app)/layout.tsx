/** The signed-in app: conversations, the page, tasks. Panes become drawers where there is no room for them. */
import type { ReactNode } from "react";
import { LiveLists } from "@/components/events/live-lists";
import { Sidebar } from "@/components/sidebar/sidebar";
import { CONVERSATIONS_AT_ONCE } from "@/components/sidebar/conversation-page";
import { MAIN_ID } from "@/components/shell/landmarks";
import { Pane } from "@/components/shell/pane";
import { Providers } from "@/components/shell/providers";
import { SessionKeeper } from "@/components/shell/session-keeper";
import { TASK_LISTS } from "@/components/tasks/task-lists";
import { TaskDialog } from "@/components/tasks/task-dialog";
import { TaskPanel } from "@/components/tasks/task-panel";
import { pageContext } from "@/lib/auth/page-context";
import { listConversations } from "@/lib/conversations/service";
import { listTasks } from "@/lib/tasks/list";

const AppLayout = async ({ children }: { children: ReactNode }) => {
  const { ctx, me, timeZoneKnown } = await pageContext();
  const [conversations, pending, completed] = await Promise.all([
    listConversations(ctx, { limit: CONVERSATIONS_AT_ONCE }),
    listTasks(ctx, TASK_LISTS.pending),
    listTasks(ctx, TASK_LISTS.completed),
  ]);
  return (
    <Providers>
      <SessionKeeper timeZoneKnown={timeZoneKnown} />
      <LiveLists userId={me.id} />
      <a
        href={`#${MAIN_ID}`}
        className="sr-only z-50 rounded-control bg-raised px-4 py-2 text-14 font-medium shadow-float focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:px-4 focus:py-2"
      >
        Skip to the page
      </a>
      <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] md:grid-cols-[264px_minmax(0,1fr)] lg:grid-cols-[264px_minmax(0,1fr)_360px]">
        <Pane name="conversations">
          <Sidebar me={me} conversations={conversations} renderedAt={ctx.now.toISOString()} />
        </Pane>
        <main id={MAIN_ID} tabIndex={-1} className="flex min-h-0 min-w-0 flex-col outline-none">
          {children}
        </main>
        <Pane name="tasks">
          <TaskPanel
            initial={{ pending, completed }}
            timeZone={me.time_zone}
            renderedAt={ctx.now.toISOString()}
          />
        </Pane>
      </div>
      <TaskDialog timeZone={me.time_zone} />
    </Providers>
  );
};

export default AppLayout;
