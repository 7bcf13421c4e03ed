/** The main job: sign up, say it, see it done, and find it again. */
import { expect, test } from "./fixtures";
import { newPerson } from "./people";

test("a stranger signs up, says what to do, and sees it done", async ({
  app,
  auth,
  chat,
  tasks,
  conversations,
  page,
}) => {
  const person = newPerson("Grace");
  await auth.signUp(person);
  await expect(chat.firstSentences).toBeVisible();
  await expect(page.getByRole("heading", { name: /Grace/ })).toBeVisible();

  await chat.say("add a task to buy groceries");
  await expect(chat.log).toContainText("Added");
  await expect(chat.announcement).toContainText(/added/i);
  await expect(tasks.row("Buy groceries")).toBeVisible();
  await expect(tasks.tab("All")).toContainText("1");
  await expect(page).toHaveURL(/\/c\/[0-9a-f-]{36}$/);
  await expect(conversations.links).toHaveCount(1);

  await page.reload();
  await expect(chat.said("add a task to buy groceries")).toBeVisible();
  await expect(chat.log).toContainText("Added");
  await expect(tasks.row("Buy groceries")).toBeVisible();

  const address = page.url();
  // Nobody is connected when the power fails, or the browser would rightly complain.
  await page.goto("about:blank");
  await app.kill();
  await app.restart();
  await page.goto(address);
  await expect(chat.said("add a task to buy groceries")).toBeVisible();
  await expect(tasks.row("Buy groceries")).toBeVisible();

  await chat.say("mark task 1 as complete");
  await expect(tasks.tab("Done")).toContainText("1");
  await expect(tasks.row("Buy groceries")).toBeHidden();
  await tasks.tab("Done").click();
  await expect(tasks.row("Buy groceries")).toBeVisible();
});

test("first sentences run when they are pressed", async ({ person: _person, chat, tasks }) => {
  await chat.open();
  await chat.firstSentences.getByRole("button").first().click();
  await expect(tasks.row(/milk/i)).toBeVisible();
});

test("tasks are added, ticked, changed and deleted by hand", async ({
  chat,
  tasks,
  page,
  person: _person,
}) => {
  await chat.open();
  await tasks.add("Water the plants");
  await tasks.add("Call the bank");

  const form = await tasks.edit("Call the bank");
  await form.getByLabel("Title").fill("Call the bank about the card");
  await form.getByText("High").click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(tasks.row("Call the bank about the card")).toContainText("High priority");

  await tasks.box("Water the plants").click();
  await expect(tasks.row("Water the plants")).toBeHidden();
  await expect(tasks.tab("Done")).toContainText("1");

  const other = await tasks.edit("Call the bank about the card");
  await other.getByRole("button", { name: "Delete" }).click();
  await expect(tasks.rows).toHaveCount(0);

  await page.reload();
  await expect(tasks.tab("Done")).toContainText("1");
  await expect(tasks.rows).toHaveCount(0);
});

test("titles stand in answers as they were written", async ({ person: _, chat, page }) => {
  await chat.open();
  await chat.say("add a task to buy groceries");
  const created = await page.request.post("/api/tasks", {
    data: { title: "**bold** [link](https://example.com) `code` <b>tag</b>" },
  });
  expect(created.ok()).toBe(true);
  await chat.say("show me all my tasks");
  const answer = chat.log.getByRole("article").last();
  await expect(answer.getByRole("listitem")).toHaveCount(2);
  await expect(answer).toContainText("#2 **bold** [link](https://example.com) `code` <b>tag</b>");
  await expect(answer.getByRole("link")).toHaveCount(0);
});
