/** Every page, light and dark, wide and narrow: axe finds nothing; and the main job by keyboard alone. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const check = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
  ).toEqual([]);
};

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    // axe reads colours; a transition would show it ones that nobody sees.
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("signing in and up", async ({ page, auth }) => {
      await page.goto("/signin");
      await check(page);
      await auth.signIn({ email: "nobody@example.com", password: "wrong password" });
      await expect(auth.alert).not.toBeEmpty();
      await check(page);
      await page.goto("/signup");
      await check(page);
    });

    test("the app", async ({ person: _person, page, chat, tasks, conversations }) => {
      await chat.open();
      await expect(chat.firstSentences).toBeVisible();
      await check(page);

      await chat.say("add a task to buy groceries tomorrow");
      await chat.say("what's pending?");
      await expect(tasks.row("Buy groceries")).toBeVisible();
      await check(page);

      await tasks.edit("Buy groceries");
      await check(page);
      await page.keyboard.press("Escape");

      await conversations.pane.getByRole("button", { name: /^Options for/ }).click();
      await expect(page.getByRole("menuitem", { name: "Rename" })).toBeVisible();
      await check(page);
      await page.getByRole("menuitem", { name: "Delete" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await check(page);

      await page.goto("/settings");
      await check(page);
      await page.goto("/c/0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000");
      await check(page);
    });

    test("on a phone, with a drawer open", async ({
      person: _person,
      page,
      chat,
      conversations,
    }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await chat.open();
      await chat.say("add a task to buy groceries");
      await check(page);
      await page.getByRole("button", { name: "Conversations", exact: true }).click();
      await expect(conversations.pane).toBeVisible();
      await check(page);
    });
  });
}

test("the main job by keyboard alone", async ({ page, person, chat, tasks }) => {
  await page.context().clearCookies();
  await page.goto("/signin");
  await page.getByLabel("E-mail").focus();
  await page.keyboard.type(person.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");

  // The composer has the focus.
  await expect(chat.message).toBeFocused();
  await page.keyboard.type("add a task to buy groceries");
  await page.keyboard.press("Enter");
  await expect(tasks.row("Buy groceries")).toBeVisible();
  await expect(chat.message).toBeFocused();

  await tasks.newTask.focus();
  await page.keyboard.type("Water the plants");
  await page.keyboard.press("Enter");
  await expect(tasks.row("Water the plants")).toBeVisible();
  await tasks.box("Water the plants").focus();
  await page.keyboard.press("Space");
  await expect(tasks.tab("Done")).toContainText("1");

  await tasks.row("Buy groceries").getByRole("button", { name: "Buy groceries" }).focus();
  await page.keyboard.press("Enter");
  await expect(tasks.pane.getByLabel("Title")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Buy bread");
  await page.keyboard.press("Enter");
  await expect(tasks.row("Buy bread")).toBeVisible();
});

test("on a phone the main job works in drawers", async ({ person: _person, page, chat, tasks }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await chat.open();
  await chat.say("add a task to buy groceries");
  await expect(tasks.pane).toBeHidden();
  await page.getByRole("button", { name: /^Tasks/ }).click();
  await expect(tasks.row("Buy groceries")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tasks.pane).toBeHidden();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
