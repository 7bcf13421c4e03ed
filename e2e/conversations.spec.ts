/** The sidebar: new, open, rename, delete; and nobody sees another's. */
import { expect, test } from "./fixtures";
import { newPerson, signInContext, signUpByApi } from "./people";

test("conversations are begun, opened, renamed and deleted", async ({
  person: _person,
  page,
  chat,
  conversations,
  tasks,
}) => {
  await chat.open();
  await chat.say("add a task to buy groceries");
  const first = page.url();
  await conversations.startNew();
  await expect(chat.firstSentences).toBeVisible();
  await chat.say("what's pending?");
  await expect(page).not.toHaveURL(first);
  await expect(conversations.links).toHaveCount(2);

  await conversations.links.nth(1).click();
  await expect(page).toHaveURL(first);
  await expect(chat.said("add a task to buy groceries")).toBeVisible();

  const title = (await conversations.links.nth(1).textContent()) ?? "";
  await conversations.rename(title, "Groceries");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Groceries");
  await page.reload();
  await expect(conversations.link("Groceries")).toBeVisible();

  await conversations.delete("Groceries");
  await expect(conversations.links).toHaveCount(1);
  await expect(page).toHaveURL("/");
  await expect(tasks.row("Buy groceries")).toBeVisible();
  await page.goto(first);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/not found|isn’t here|no /i);
});

test("another person's conversation is not found, and their tasks are not shown", async ({
  person: _person,
  page,
  chat,
  tasks,
  browser,
  app,
  request,
}) => {
  await chat.open();
  await chat.say("add a task to buy groceries");
  const address = page.url();

  const eve = newPerson("Eve");
  await signUpByApi(request, eve);
  const context = await browser.newContext({ baseURL: app.url });
  await signInContext(context, eve);
  const evesPage = await context.newPage();
  const answer = await evesPage.goto(address);
  expect(answer?.status()).toBe(404);
  await evesPage.goto("/");
  await expect(evesPage.getByRole("textbox", { name: "Message" })).toBeVisible();
  await expect(evesPage.getByText("Buy groceries")).toHaveCount(0);
  await context.close();
  await expect(tasks.row("Buy groceries")).toBeVisible();
});

test("what happens in one tab shows in the other", async ({
  person: _person,
  page,
  chat,
  context,
}) => {
  await chat.open();
  await chat.say("add a task to buy groceries");
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("log").getByText("add a task to buy groceries")).toBeVisible();
  await expect(other.getByRole("complementary").getByText("Buy groceries")).toBeVisible();
});
