"use client";
/** The conversations by day, more of them as the list is scrolled, with renaming and deleting. */
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { useErrorToast } from "@/components/shell/use-error-toast";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Spinner } from "@/components/ui/spinner";
import type { ConversationSummary } from "@/lib/conversations/schema";
import type { ConversationPage } from "./conversation-page";
import { ConversationRow } from "./conversation-row";
import { groupByDay } from "./group-by-day";
import { useNow } from "@/components/shell/use-now";
import {
  useConversations,
  useDeleteConversation,
  useRenameConversation,
} from "./use-conversations";

/** Asks for more when it comes into view; a button for who gets here by keyboard, and after a failure. */
const More = ({
  loading,
  failed,
  onMore,
}: {
  loading: boolean;
  failed: boolean;
  onMore: () => void;
}) => {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (!element || loading || failed) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onMore();
      },
      { root: element.closest("[data-scroll]"), rootMargin: "240px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [loading, failed, onMore]);
  return (
    <div ref={mark} className="px-2 py-1 text-13 text-ink-soft">
      {failed && <p role="alert">Older conversations could not be loaded.</p>}
      {loading ? (
        <p className="flex h-8 items-center gap-2">
          <Spinner /> Loading
        </p>
      ) : (
        <Button variant="plain" size="sm" className="-ms-2.5" onClick={onMore}>
          {failed ? "Try again" : "Show more"}
        </Button>
      )}
    </div>
  );
};

export const ConversationList = ({
  initial,
  timeZone,
  renderedAt,
}: {
  initial: ConversationPage;
  timeZone: string;
  /** When the server made the page: both sides must agree on what "Today" is. */
  renderedAt: string;
}) => {
  const list = useConversations(initial);
  const rename = useRenameConversation();
  const remove = useDeleteConversation();
  const fail = useErrorToast();
  const router = useRouter();
  const pathname = usePathname();
  const now = useNow(renderedAt);
  const headings = useId();
  const [leaving, setLeaving] = useState<ConversationSummary | null>(null);

  const onRename = (conversation: ConversationSummary, title: string) =>
    rename.mutate(
      { id: conversation.id, title },
      { onError: (error) => fail(`Not renamed. ${error.message}`, error) },
    );

  const onDelete = () => {
    if (!leaving) return;
    setLeaving(null);
    if (pathname === `/c/${leaving.id}`) router.push("/");
    remove.mutate(
      { id: leaving.id },
      { onError: (error) => fail(`Not deleted. ${error.message}`, error) },
    );
  };

  if (list.data.length === 0) {
    return (
      <p className="px-2 py-3 text-13 text-ink-soft">
        No conversations yet. What you say to Errand is kept here.
      </p>
    );
  }

  return (
    <>
      {groupByDay(list.data, timeZone, now).map(({ label, conversations }) => (
        <div key={label} role="group" aria-labelledby={`${headings}-${label}`} className="mb-4">
          <h3
            id={`${headings}-${label}`}
            className="px-2 pt-1 pb-1.5 text-12 font-medium text-ink-soft"
          >
            {label}
          </h3>
          <ul className="flex flex-col gap-px">
            {conversations.map((conversation) => (
              <ConversationRow
                key={conversation.id}
                conversation={conversation}
                active={pathname === `/c/${conversation.id}`}
                onRename={(title) => onRename(conversation, title)}
                onDelete={() => setLeaving(conversation)}
              />
            ))}
          </ul>
        </div>
      ))}
      {list.hasNextPage && (
        <More
          loading={list.isFetchingNextPage}
          failed={list.isFetchNextPageError}
          onMore={() => void list.fetchNextPage()}
        />
      )}
      <ConfirmDialog
        open={leaving !== null}
        title={
          <>
            Delete “<bdi>{leaving?.title}</bdi>”?
          </>
        }
        description="Its messages are deleted for good. Your tasks stay as they are."
        confirmLabel="Delete conversation"
        onConfirm={onDelete}
        onClose={() => setLeaving(null)}
      />
    </>
  );
};
