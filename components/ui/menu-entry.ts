/** What stands in a menu: for `menu.tsx`, which opens it, and `menu-popup.tsx`, which draws it. */
import type { ReactNode } from "react";

export type MenuEntry =
  | {
      kind: "item";
      label: string;
      icon?: ReactNode;
      tone?: "danger";
      onSelect: () => void;
    }
  | {
      kind: "choice";
      label: string;
      value: string;
      options: readonly { value: string; label: string; icon?: ReactNode }[];
      onChange: (value: string) => void;
    }
  | { kind: "separator" };
