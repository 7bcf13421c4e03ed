/** Open pages show what changes elsewhere, within a second. */
import type { Page, Request } from "@playwright/test";
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { TaskPanel } from "./pages/task-panel";

test.use({ assistant: "offline" });

const WITHIN = { timeout: 1000 };

const isEventStream = (request: Request) => new URL(request.url()).pathname === "/api/events";

/** Resolves when one of the pages, opened now, listens to the server. */
const listening = (page: Page) =>
  page.context().waitForEvent("response", {
    predicate: (response) => isEventStream(response.request()) && response.ok(),
  });

test("two tabs show each other's changes, over one connection", async ({
  page,
  context,
  person: _,
  chat,
  tasks,
}) => {
  const streams: string[] = [];
  context.on("request", (request) => {
    if (isEventStream(request)) streams.push(request.url());
  });
  const ready = listening(page);
  await chat.open();
  await ready;
  const second = await context.newPage();
  const there = { chat: new ChatPage(second), tasks: new TaskPanel(second) };
  await there.chat.open();
  await there.tasks.add("Call the bank");
  await expect(tasks.row("Call the bank")).toHaveCount(1, WITHIN);
  await expect(page).toHaveTitle(/^\(1\) /);

  await tasks.box("Call the bank").click();
  await expect(there.tasks.tab("Done")).toContainText("1", WITHIN);

  await chat.say("add milk");
  await expect(there.tasks.row("Milk")).toHaveCount(1, WITHIN);
  expect(streams).toHaveLength(1);
});

test("what another program changes is shown", async ({ page, person: _, chat, tasks }) => {
  const ready = listening(page);
  await chat.open();
  await ready;
  const answer = await page.request.post("/api/tasks", { data: { title: "From elsewhere" } });
  expect(answer.status()).toBe(201);
  await expect(tasks.row("From elsewhere")).toHaveCount(1, WITHIN);
  await page.request.delete("/api/tasks/1");
  await expect(tasks.rows).toHaveCount(0, WITHIN);
});

test("the connection passes to another tab when its tab closes", async ({
  page,
  context,
  person: _,
  chat,
}) => {
  const first = listening(page);
  await chat.open();
  await first;
  const second = await context.newPage();
  await second.goto("/");
  const passed = listening(page);
  await page.close();
  await passed;
  await second.request.post("/api/tasks", { data: { title: "Still heard" } });
  await expect(new TaskPanel(second).row("Still heard")).toHaveCount(1, WITHIN);
});

test("a conversation goes on in both tabs", async ({ page, context, person: _, chat }) => {
  await chat.open();
  await chat.say("add milk");
  const second = await context.newPage();
  await second.goto(page.url());
  const there = new ChatPage(second);
  await there.said("add milk").waitFor();
  await there.say("add eggs");
  await expect(chat.said("add eggs")).toBeVisible();
  await expect(chat.receiptButton("Undo", "Eggs")).toBeVisible();
});
