/** The document around every page: language, theme, fonts, and what browsers show of the app. */
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { THEME_COLOR } from "@/components/shell/theme";
import { requestedTheme } from "./theme";

export const metadata: Metadata = {
  title: { default: "Errand", template: "%s · Errand" },
  description: "A to-do list you talk to.",
  applicationName: "Errand",
  appleWebApp: { title: "Errand", statusBarStyle: "default" },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const generateViewport = async (): Promise<Viewport> => {
  const theme = await requestedTheme();
  return {
    viewportFit: "cover",
    // On phones the keyboard makes the page smaller, so that the composer sits on it.
    interactiveWidget: "resizes-content",
    themeColor: (["light", "dark"] as const).map((system) => ({
      media: `(prefers-color-scheme: ${system})`,
      color: THEME_COLOR[theme === "system" ? system : theme],
    })),
  };
};

/** The same file as in the stylesheet, so that it is on its way before the stylesheet is read. */
const LATIN_FONT = new URL(
  "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  import.meta.url,
);

const RootLayout = async ({ children }: { children: ReactNode }) => {
  // Never rendered ahead of a request: the content policy's nonce is new for each one.
  await connection();
  preload(LATIN_FONT.pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const theme = await requestedTheme();
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
};

export default RootLayout;
