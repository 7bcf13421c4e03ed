"use client";
/** Light, dark, or as the system does; applied at once. */
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { setTheme, type Theme } from "@/components/shell/theme";

const CHOICES = [
  { theme: "system", label: "System", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
] as const;

export const ThemeChoice = ({ initial }: { initial: Theme }) => {
  const [chosen, setChosen] = useState(initial);
  return (
    <fieldset className="grid max-w-90 grid-cols-3 gap-2">
      <legend className="sr-only">Theme</legend>
      {CHOICES.map(({ theme, label, Icon }) => (
        <label
          key={theme}
          className="flex h-11 cursor-pointer items-center justify-center gap-2 rounded-control border border-line bg-raised text-14 font-medium text-ink-soft transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="theme"
            value={theme}
            checked={chosen === theme}
            onChange={() => {
              setTheme(theme);
              setChosen(theme);
            }}
            className="sr-only"
          />
          <Icon aria-hidden="true" className="size-4" />
          {label}
        </label>
      ))}
    </fieldset>
  );
};
