/**
 * The person's theme: the system's unless the `theme` cookie names one. The server reads it for `<html data-theme>`;
 * `components/shell/theme.ts` writes it.
 */
import { cookies } from "next/headers";
import { isTheme, THEME_COOKIE, type Theme } from "@/components/shell/theme";

/** The theme that this request's cookie names; `system` when it names none. */
export const requestedTheme = async (): Promise<Theme> => {
  const value = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(value) ? value : "system";
};
