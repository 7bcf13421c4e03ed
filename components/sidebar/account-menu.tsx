"use client";
/** Who is signed in, with settings, theme and signing out. */
import { ChevronsUpDown, LogOut, Monitor, Moon, Settings, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { endSession } from "@/components/auth/session";
import { currentTheme, isTheme, setTheme, type Theme } from "@/components/shell/theme";
import { Menu } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { Me } from "@/lib/users/schema";

const THEME_OPTIONS = [
  { value: "system", label: "System", icon: <Monitor className="size-4" /> },
  { value: "light", label: "Light", icon: <Sun className="size-4" /> },
  { value: "dark", label: "Dark", icon: <Moon className="size-4" /> },
] as const;

export const AccountMenu = ({ me }: { me: Me }) => {
  const router = useRouter();
  const toast = useToast();
  const [theme, setShown] = useState<Theme>("system");

  const signOut = () => {
    endSession().catch(() =>
      toast({ tone: "error", message: "Not signed out: Errand can’t be reached." }),
    );
  };

  return (
    <Menu
      side="top"
      align="start"
      fill
      className="relative flex"
      entries={[
        {
          kind: "item",
          label: "Settings",
          icon: <Settings className="size-4" />,
          onSelect: () => router.push("/settings"),
        },
        { kind: "separator" },
        {
          kind: "choice",
          label: "Theme",
          value: theme,
          options: THEME_OPTIONS,
          onChange: (value) => {
            if (!isTheme(value)) return;
            setTheme(value);
            setShown(value);
          },
        },
        { kind: "separator" },
        {
          kind: "item",
          label: "Sign out",
          icon: <LogOut className="size-4" />,
          onSelect: signOut,
        },
      ]}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          onClick={() => {
            setShown(currentTheme());
            props.onClick();
          }}
          className="flex min-h-11 w-full min-w-0 items-center gap-2.5 rounded-control px-2 py-1.5 text-start transition-colors hover:bg-hover aria-expanded:bg-hover"
        >
          <span
            aria-hidden="true"
            className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-13 font-semibold text-accent-ink uppercase"
          >
            {[...me.name][0]}
          </span>
          <span className="min-w-0 flex-1">
            <span dir="auto" className="block truncate text-14 font-medium">
              {me.name}
            </span>
            <span className="block truncate text-12 text-ink-soft">{me.email}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
        </button>
      )}
    />
  );
};
