"use client";
/** One conversation in the sidebar: its link, and a menu to rename or delete it. F2 on the link renames too. */
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import clsx from "clsx";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { ConversationSummary } from "@/lib/conversations/schema";
import { RenameField } from "./rename-field";

export const ConversationRow = ({
  conversation: { id, title },
  active,
  onRename,
  onDelete,
}: {
  conversation: ConversationSummary;
  active: boolean;
  onRename: (title: string) => void;
  onDelete: () => void;
}) => {
  const link = useRef<HTMLAnchorElement>(null);
  const [renaming, setRenaming] = useState(false);
  const wasRenaming = useRef(false);

  useEffect(() => {
    // The field took the link's place, and its focus.
    if (wasRenaming.current && !renaming && document.activeElement === document.body) {
      link.current?.focus();
    }
    wasRenaming.current = renaming;
  }, [renaming]);

  if (renaming) {
    return (
      <li>
        <RenameField
          title={title}
          onDone={(next) => {
            setRenaming(false);
            if (next !== null) onRename(next);
          }}
        />
      </li>
    );
  }

  return (
    <li
      className={clsx(
        "group relative flex items-center rounded-control transition-colors",
        active ? "bg-hover" : "focus-within:bg-hover hover:bg-hover",
      )}
    >
      <Link
        ref={link}
        href={`/c/${id}`}
        prefetch={false}
        aria-current={active ? "page" : undefined}
        title={title}
        onKeyDown={(event) => {
          if (event.key === "F2") setRenaming(true);
        }}
        className={clsx(
          "min-w-0 flex-1 rounded-control py-2 ps-2 text-14 group-focus-within:pe-9 group-hover:pe-9 focus-visible:-outline-offset-2 pointer-coarse:py-3 pointer-coarse:pe-11",
          active ? "pe-9 font-medium" : "pe-2",
        )}
      >
        <span dir="auto" className="block truncate text-left rtl:text-right">
          {title}
        </span>
      </Link>
      <Menu
        className="absolute end-1 inline-flex pointer-coarse:end-0"
        entries={[
          {
            kind: "item",
            label: "Rename",
            icon: <Pencil className="size-4" />,
            onSelect: () => setRenaming(true),
          },
          {
            kind: "item",
            label: "Delete",
            icon: <Trash2 className="size-4" />,
            tone: "danger",
            onSelect: onDelete,
          },
        ]}
        trigger={(props) => (
          <IconButton
            {...props}
            label={`Options for ${title}`}
            size="sm"
            icon={<Ellipsis aria-hidden="true" className="size-4" />}
            className={clsx(
              "focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100",
              active ? "opacity-100" : "opacity-0 group-hover:opacity-100",
            )}
          />
        )}
      />
    </li>
  );
};
