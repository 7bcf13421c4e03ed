/** A turn belongs to the server: what breaks between it and the page is mended, and nothing is lost or doubled. */
import { startToldModel, type ToldModel } from "@/test/told-model";
import { startApp, type App } from "./app";
import { expect, test as base } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

/** An app of this file's own, whose model says what the test tells it. */
const test = base.extend<object, { model: ToldModel; ownApp: App }>({
  model: [
    async ({}, use) => {
      const model = await startToldModel();
      await use(model);
      await model.stop();
    },
    { scope: "worker" },
  ],
  ownApp: [
    async ({ model }, use) => {
      const app = await startApp({
        OPENAI_API_KEY: "test",
        OPENAI_BASE_URL: model.url,
        OPENAI_MODEL: "told-model",
      });
      await use(app);
      await app.dispose();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  app: async ({ ownApp }, use) => use(ownApp),
});

// One model is told by one test at a time.
test.describe.configure({ mode: "serial" });

// The network and the server are cut on purpose.
test.use({ appFails: true });

test.beforeEach(async ({ person: _person, chat, model }) => {
  await chat.open();
  const asked = model.asked;
  await chat.begin("Tell me a story");
  await model.askedFor(asked + 1);
  model.say("Once upon ");
  await expect(chat.log).toContainText("Once upon");
});

const once = async (chat: ChatPage) => {
  await expect(chat.log.getByText("Once upon a time.", { exact: true })).toHaveCount(1);
  await expect(chat.said("Tell me a story")).toHaveCount(1);
};

test("a reload in mid-stream goes on where the answer is", async ({ chat, page, model }) => {
  await page.reload();
  await expect(chat.log).toContainText("Once upon");
  model.say("a time.");
  await once(chat);
  await expect(chat.stop).toBeVisible();
  model.finish();
  await expect(chat.send).toBeVisible();
  await expect(chat.announcement).toContainText("Once upon a time.");
  await page.reload();
  await once(chat);
});

test("a second tab hears the same answer, and can stop it", async ({
  chat,
  context,
  page,
  model,
}) => {
  const second = await context.newPage();
  await second.goto(page.url());
  const there = new ChatPage(second);
  await expect(there.log).toContainText("Once upon");
  model.say("a time.");
  await once(there);
  await once(chat);
  const aborted = model.aborted();
  await there.stop.click();
  await aborted;
  for (const one of [chat, there]) {
    await expect(one.log).toContainText("Stopped");
    await once(one);
  }
});

test("a turn that another tab begins is heard live", async ({ chat, context, page, model }) => {
  model.say("a time.");
  model.finish();
  await expect(chat.send).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  const there = new ChatPage(second);
  await there.said("Tell me a story").waitFor();
  const asked = model.asked;
  await there.begin("Another");
  await model.askedFor(asked + 1);
  model.say("There was ");
  await expect(chat.said("Another")).toBeVisible();
  await expect(chat.log).toContainText("There was");
  model.say("one.");
  await expect(chat.log.getByText("There was one.", { exact: true })).toHaveCount(1);
  model.finish();
  await expect(chat.send).toBeVisible();
});

test("a lost network is waited out", async ({ chat, context, model }) => {
  await context.setOffline(true);
  await expect(chat.log).toContainText("You’re offline");
  model.say("a ");
  await context.setOffline(false);
  await expect(chat.log).not.toContainText("You’re offline");
  model.say("time.");
  await once(chat);
  model.finish();
  await expect(chat.send).toBeVisible();
  await once(chat);
});

test("an answer that ends while the page is away is there when it is back", async ({
  chat,
  context,
  model,
}) => {
  await context.setOffline(true);
  await expect(chat.log).toContainText("You’re offline");
  model.say("a time.");
  model.finish();
  await context.setOffline(false);
  await once(chat);
  await expect(chat.send).toBeVisible();
});

test("a server that dies in mid-turn and comes back says so, and can be asked again", async ({
  chat,
  app,
  model,
}) => {
  await app.kill();
  await expect(chat.log).toContainText("Reconnecting…");
  await app.restart();
  await expect(chat.log).toContainText("The server stopped before the answer was finished");
  await expect(chat.log).toContainText("Once upon");
  const asked = model.asked;
  await chat.log.getByRole("button", { name: "Try again" }).click();
  await model.askedFor(asked + 1);
  model.say("Once upon a time.");
  model.finish();
  await expect(chat.send).toBeVisible();
  await once(chat);
});

test("a server that is told to stop ends the turn in order", async ({ chat, app, page, model }) => {
  const aborted = model.aborted();
  await app.stop();
  await aborted;
  await app.restart();
  await expect(chat.log).toContainText("The server stopped before the answer was finished");
  await page.reload();
  await expect(chat.log).toContainText("Once upon");
  await expect(chat.log.getByRole("button", { name: "Try again" })).toBeVisible();
});
