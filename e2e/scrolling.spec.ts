/** What scrolls: the panes, never the page; and the chat stays at its end while one talks. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test.use({ assistant: "offline" });

test("the chat stays at its end when a question makes room for what was kept", async ({
  page,
  chat,
  person: _,
}) => {
  await chat.open();
  await chat.say("add a1, b2, c3, d4, e5, f6, g7, h8, i9 and j10");
  for (const [question, instead] of [
    ["clear my whole list", "which tasks have no date"],
    ["delete everything", "what is pending?"],
    ["delete all tasks", "show me all my tasks"],
  ] as const) {
    await chat.say(question);
    // Something else is said instead of a yes: the card becomes a line for each task.
    await chat.say(instead);
    await expect(chat.log.getByRole("article").last()).toContainText("#10 J10");
    await expect(page.getByRole("button", { name: "Jump to latest" })).toBeHidden();
    await expect(chat.log.getByRole("listitem").last()).toBeInViewport({ ratio: 1 });
  }
  await expect(chat.log.getByText("Kept", { exact: true })).toHaveCount(30);
});

for (const [how, moveUp] of [
  ["wheel", (page: Page) => page.mouse.wheel(0, -600)],
  ["keyboard", (page: Page) => page.keyboard.press("PageUp")],
] as const) {
  test(`the chat stays where the reader has gone by ${how}`, async ({ page, chat, person: _ }) => {
    await chat.open();
    await chat.say("add a1, b2, c3, d4, e5, f6, g7, h8, i9 and j10");
    for (const question of ["which tasks have no date", "what is pending?", "show me all my tasks"])
      await chat.say(question);
    await expect(chat.log.getByRole("article").last()).toContainText("#10 J10");
    const jump = page.getByRole("button", { name: "Jump to latest" });
    await expect(jump).toBeHidden();
    await chat.log.hover();
    await chat.log.focus();
    await moveUp(page);
    await expect(jump).toBeVisible();
    const conversation_id = /\/c\/([0-9a-f-]+)$/.exec(page.url())?.[1];
    const answer = await page.request.post("/api/chat", {
      data: { message: "hello from elsewhere", conversation_id },
    });
    expect(answer.ok()).toBe(true);
    await expect(chat.said("hello from elsewhere")).toBeAttached();
    await expect(chat.said("hello from elsewhere")).not.toBeInViewport();
    await jump.click();
    await expect(chat.said("hello from elsewhere")).toBeInViewport();
    await expect(jump).toBeHidden();
  });
}

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );

test("the page does not scroll behind a long conversation and a long list", async ({
  page,
  chat,
  person: _,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await chat.open();
  const many = Array.from({ length: 30 }, (_, index) => `thing ${index + 1}`);
  await chat.say(`add ${many.join(", ")}`);
  for (const question of ["which tasks have no date", "what is pending?", "show me all my tasks"])
    await chat.say(question);
  await expect(chat.log.getByRole("article").last()).toContainText("#30");
  expect(await overflowOf(page)).toBe(0);
  await page.setViewportSize({ width: 390, height: 500 });
  expect(await overflowOf(page)).toBe(0);
});

for (const path of ["/settings", "/settings/tokens", "/settings/invitations"]) {
  test(`the page behind ${path} does not scroll`, async ({ page, person: _ }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    expect(await overflowOf(page)).toBe(0);
  });
}
