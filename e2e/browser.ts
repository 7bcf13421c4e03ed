/**
 * The browser for the tests: the system's where there is one, else Playwright's own, else the one from npm, so that a
 * machine with nothing but the registry can run them. `E2E_BROWSER=system|playwright|npm` asks for one of them.
 */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

/** Chrome's sandbox can't start as root or in most containers; the tests open only our own pages. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const systemBrowser = (): LaunchOptions | null => {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...ELSEWHERE,
  ];
  const executablePath = candidates.find(isExecutable);
  return executablePath === undefined ? null : { executablePath, args: FLAGS };
};

const playwrightBrowser = (): LaunchOptions | null =>
  existsSync(chromium.executablePath()) ? { args: FLAGS } : null;

/**
 * Built for Linux on x64; it unpacks itself into the system's temporary folder. Its own flags are for one page in a
 * cloud function: one process, which ends with the first closed context, and no web security, which is tested here.
 */
const npmBrowser = async (): Promise<LaunchOptions | null> => {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  // As it would there, it then brings the libraries (NSS, Expat) that a bare machine lacks, and says where they are.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  packaged.setGraphicsMode = false;
  return { executablePath: await packaged.executablePath(), args: FLAGS };
};

/** How to launch a browser; throws when there is none. */
export const findBrowser = async (): Promise<LaunchOptions> => {
  const wanted = process.env["E2E_BROWSER"];
  const kinds = { system: systemBrowser, playwright: playwrightBrowser, npm: npmBrowser };
  for (const [kind, find] of Object.entries(kinds)) {
    const found = wanted && wanted !== kind ? null : await find();
    if (found) return found;
  }
  throw new Error(
    "There is no browser for the end-to-end tests. Install Chrome or Chromium, or run: npx playwright install chromium",
  );
};
