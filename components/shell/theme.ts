/**
 * The theme in the browser: kept in a cookie, so that the server renders the right one at once, and set on the page
 * without a reload.
 */
export const THEME_COOKIE = "theme";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

/** The colour of the browser's own bars: `--paper` of globals.css as sRGB, which older browsers understand. */
export const THEME_COLOR = { light: "#fdfcfa", dark: "#1b1917" } as const;

/** The theme that the page shows now. */
export const currentTheme = (): Theme => {
  const value = document.documentElement.dataset["theme"];
  return isTheme(value) ? value : "system";
};

const YEAR = 365 * 24 * 60 * 60;

/** Shows `theme` at once and keeps it for the next visit. */
export const setTheme = (theme: Theme): void => {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  const age = theme === "system" ? 0 : YEAR;
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const system = meta.media.includes("dark") ? "dark" : "light";
    meta.content = THEME_COLOR[theme === "system" ? system : theme];
  }
};
