/** `npm run screenshot`: takes the picture in the README, `docs/screenshot.png`, from the app as it is. */
import { execFileSync } from "node:child_process";
import { chromium } from "@playwright/test";
import { startApp } from "../e2e/app";
import { findBrowser } from "../e2e/browser";
import { ChatPage } from "../e2e/pages/chat-page";
import { Conversations } from "../e2e/pages/conversations";
import { signInContext, signUpByApi } from "../e2e/people";

const PERSON = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };
const EARLIER = [
  [
    "add a task to renew the passport on Friday",
    "add call the dentist tomorrow at 9, high priority",
  ],
  ["add water the plants, and book the train to Lisbon"],
];
const NOW = [
  "Remind me to pay rent on the 1st",
  "add milk, eggs and bread",
  "mark the plants as done",
];

execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
const app = await startApp();
const browser = await chromium.launch(await findBrowser());
try {
  const context = await browser.newContext({
    baseURL: app.url,
    viewport: { width: 1360, height: 850 },
    deviceScaleFactor: 1.5,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  await signUpByApi(context.request, PERSON);
  await signInContext(context, PERSON);
  const page = await context.newPage();
  const chat = new ChatPage(page);
  const conversations = new Conversations(page);
  await chat.open();
  for (const words of [...EARLIER, NOW]) {
    for (const sentence of words) await chat.say(sentence);
    if (words === NOW) break;
    await conversations.startNew();
    await chat.firstSentences.waitFor();
  }
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: "docs/screenshot.png" });
} finally {
  await browser.close();
  await app.dispose();
}
