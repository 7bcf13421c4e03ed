/** Deletions that wait for a yes. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test.use({ assistant: "offline" });

const card = (page: Page) => page.getByRole("group", { name: "Delete this task?" });

test.beforeEach(async ({ page, person: _, chat }) => {
  await page.goto("/settings");
  await page.getByRole("radio", { name: /^Every time/ }).check();
  await expect(page.getByText("Saved.").first()).toBeVisible();
  await chat.open();
  await chat.say("add milk and eggs");
  await chat.say("delete task 1");
});

test("wait over a reload, and go through when they are approved", async ({ page, chat, tasks }) => {
  await expect(card(page).getByRole("button", { name: "Keep" })).toBeFocused();
  await expect(card(page)).toContainText("#1");
  await expect(card(page).getByRole("listitem")).toHaveCount(1);
  await expect(tasks.row("Milk")).toHaveCount(1);

  await page.reload();
  await expect(card(page)).toContainText("Milk");
  await card(page).getByRole("button", { name: "Delete 1 task" }).click();
  await expect(card(page)).toBeHidden();
  await expect(tasks.row("Milk")).toHaveCount(0);
  await expect(tasks.row("Eggs")).toHaveCount(1);
  await chat.log.getByRole("button", { name: /^Undo: Deleted/ }).click();
  await expect(tasks.row("Milk")).toHaveCount(1);
});

test.describe("over a restart", () => {
  test.use({ appFails: true });

  test("wait as they did", async ({ page, app, chat, tasks }) => {
    await app.kill();
    await app.restart();
    await page.reload();
    await card(page).getByRole("button", { name: "Delete 1 task" }).click();
    await expect(chat.log.getByText("Deleted", { exact: true })).toBeVisible();
    await expect(tasks.row("Milk")).toHaveCount(0);
    await expect(tasks.row("Eggs")).toHaveCount(1);
  });
});

test("change nothing when they are kept", async ({ page, chat, tasks }) => {
  await card(page).getByRole("button", { name: "Keep" }).click();
  await expect(card(page)).toBeHidden();
  await expect(chat.log.getByText("Kept", { exact: true })).toBeVisible();
  await expect(tasks.row("Milk")).toHaveCount(1);
});

for (const [words, left] of [
  ["yes please", 0],
  ["no, keep it", 1],
] as const) {
  test(`are decided by "${words}", typed from the button on`, async ({ page, chat, tasks }) => {
    await expect(card(page).getByRole("button", { name: "Keep" })).toBeFocused();
    await page.keyboard.type(words);
    await expect(chat.message).toHaveValue(words);
    await page.keyboard.press("Enter");
    await expect(card(page)).toBeHidden();
    await expect(chat.send).toBeVisible();
    await expect(tasks.row("Milk")).toHaveCount(left);
    await expect(chat.message).toHaveValue("");
  });
}

test("name what was kept after it is gone", async ({ page, chat }) => {
  const kept = chat.log.getByRole("article").filter({ hasText: "Kept" });
  await chat.say("what is pending?");
  await expect(kept).toContainText("Milk");
  await chat.say("remove task 1");
  await card(page).getByRole("button", { name: "Delete 1 task" }).click();
  await expect(chat.log.getByText("Deleted", { exact: true })).toBeVisible();
  await page.reload();
  await expect(kept).toContainText("Milk");
});

test("are kept when something else is said", async ({ page, chat, tasks }) => {
  await chat.say("add butter");
  await expect(card(page)).toBeHidden();
  await expect(chat.log.getByText("Kept", { exact: true })).toBeVisible();
  await expect(tasks.row("Milk")).toHaveCount(1);
  await expect(tasks.row("Butter")).toHaveCount(1);
});

test("disappear when another tab decides", async ({ page, context, chat }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  await card(other).getByRole("button", { name: "Keep" }).click();
  await expect(card(page)).toBeHidden();
  await expect(chat.log.getByText("Kept", { exact: true })).toBeVisible();
});
