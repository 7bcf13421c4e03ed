/** Deletions that wait for a yes. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test.use({ assistant: "offline" });

const card = (page: Page) => page.getByRole("group", { name: "Delete this task?" });

test.beforeEach(async ({ context, person: _, chat }) => {
  await chat.open();
  await chat.say("add milk and eggs");
  await context.request.patch("/api/me", { data: { confirm_deletions: "always" } });
  await chat.say("delete task 1");
});

test("wait over a reload, and go through when they are approved", async ({ page, chat, tasks }) => {
  await expect(card(page).getByRole("button", { name: "Keep" })).toBeFocused();
  await expect(chat.log.getByText("Waiting for your yes")).toBeVisible();
  await expect(tasks.row("Milk")).toHaveCount(1);

  await page.reload();
  await expect(card(page)).toContainText("Milk");
  await card(page).getByRole("button", { name: "Delete 1 task" }).click();
  await expect(card(page)).toBeHidden();
  await expect(tasks.row("Milk")).toHaveCount(0);
  await expect(tasks.row("Eggs")).toHaveCount(1);
});

test("change nothing when they are kept", async ({ page, chat, tasks }) => {
  await card(page).getByRole("button", { name: "Keep" }).click();
  await expect(card(page)).toBeHidden();
  await expect(chat.log.getByText("Kept", { exact: true })).toBeVisible();
  await expect(tasks.row("Milk")).toHaveCount(1);
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
