/** Taking changes back: from receipts, a task's history, a toast, and by saying so. */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

test.use({ assistant: "offline" });

test("one change of an answer, and back again, over a reload", async ({
  page,
  person: _,
  chat,
  tasks,
}) => {
  await chat.open();
  await chat.say("add milk, eggs and bread");
  await chat.receiptButton("Undo", "Eggs").click();
  await expect(tasks.row("Eggs")).toHaveCount(0);
  await expect(chat.log.getByText("Undone")).toBeVisible();

  await page.reload();
  await expect(chat.log.getByText("Undone")).toBeVisible();
  await chat.receiptButton("Redo", "Eggs").click();
  await expect(tasks.row("Eggs")).toHaveCount(1);
  await expect(chat.log.getByText("Undone")).toHaveCount(0);
});

test("a whole answer, and all of it back again, over a reload and in a second tab", async ({
  page,
  context,
  person: _,
  chat,
  tasks,
}) => {
  await chat.open();
  await chat.say("add milk, eggs and bread");
  const second = await context.newPage();
  await second.goto(page.url());
  const there = new ChatPage(second);
  await expect(there.receiptButton("Undo", "Milk")).toBeVisible();

  await chat.log.getByRole("button", { name: "Undo all" }).click();
  await expect(chat.log.getByText("Undone")).toHaveCount(3);
  await expect(there.log.getByText("Undone")).toHaveCount(3);
  await expect(there.log.getByRole("button", { name: "Undo all" })).toHaveCount(0);

  await page.reload();
  await expect(chat.log.getByText("Undone")).toHaveCount(3);
  await there.log.getByRole("button", { name: "Redo all" }).click();
  await expect(tasks.rows).toHaveCount(3);
  await expect(chat.log.getByText("Undone")).toHaveCount(0);
  await expect(there.log.getByText("Undone")).toHaveCount(0);

  await page.reload();
  await expect(chat.receiptButton("Undo", "Bread")).toBeVisible();
  await expect(chat.log.getByText("Undone")).toHaveCount(0);
});

test("a whole answer, and by saying undo", async ({ person: _, chat, tasks }) => {
  await chat.open();
  await chat.say("add milk, eggs and bread");
  await chat.log.getByRole("button", { name: "Undo all" }).click();
  await expect(tasks.rows).toHaveCount(0);
  await expect(chat.log.getByText("Undone")).toHaveCount(3);

  await chat.say("add butter");
  await expect(tasks.row("Butter")).toHaveCount(1);
  await chat.say("undo");
  await expect(tasks.row("Butter")).toHaveCount(0);
  await expect(chat.log.getByText("Took back: deleted")).toBeVisible();
});

test("a task that has changed since stays as it is", async ({ page, person: _, chat, tasks }) => {
  await chat.open();
  await chat.say("add milk");
  await page.request.patch("/api/tasks/1", { data: { title: "Oat milk" } });
  await expect(tasks.row("Oat milk")).toHaveCount(1);
  await chat.receiptButton("Undo", "Milk").click();
  await expect(chat.log.getByRole("alert")).toContainText("has changed since");
  await expect(tasks.row("Oat milk")).toHaveCount(1);
});

test("a task's history tells what became of it, and leads to the message", async ({
  page,
  person: _,
  chat,
  tasks,
}) => {
  await chat.open();
  await chat.say("add milk");
  await page.request.patch("/api/tasks/1", { data: { title: "Oat milk" } });
  const form = await tasks.edit("Oat milk");
  const history = form.getByRole("region", { name: "History" });
  await expect(history.getByRole("listitem")).toHaveCount(2);
  await expect(history.getByRole("listitem").first()).toContainText("You");
  await expect(history.getByRole("listitem").last()).toContainText("Offline assistant");
  const link = history.getByRole("link", { name: "in the conversation" });
  await expect(link).toHaveAttribute("href", /^\/c\/[0-9a-f-]+#[0-9a-f-]+$/);

  await history.getByRole("button", { name: "Undo: Changed" }).click();
  await expect(tasks.row(/^Milk/)).toHaveCount(1);
});

test("a task's history leads to a message far back in another conversation", async ({
  page,
  person: _,
  chat,
  tasks,
}) => {
  await chat.open();
  await chat.say("add milk");
  const conversation_id = /\/c\/([0-9a-f-]+)$/.exec(page.url())?.[1];
  for (let count = 0; count < 51; count += 1) {
    const answer = await page.request.post("/api/chat", {
      data: { message: `hello ${count}`, conversation_id },
    });
    expect(answer.ok()).toBe(true);
  }
  await chat.open();
  await expect(chat.firstSentences).toBeVisible();
  const form = await tasks.edit("Milk");
  await form.getByRole("link", { name: "in the conversation" }).click();
  await expect(page).toHaveURL(/\/c\/[0-9a-f-]+#[0-9a-f-]+$/);
  await expect(chat.receiptButton("Undo", "Milk")).toBeInViewport();
  await expect(chat.said("hello 50")).not.toBeInViewport();

  // And again, from the same conversation.
  await page.getByRole("button", { name: "Jump to latest" }).click();
  await expect(chat.said("hello 50")).toBeInViewport();
  await chat.say("hello again");
  await form.getByRole("link", { name: "in the conversation" }).click();
  await expect(chat.receiptButton("Undo", "Milk")).toBeInViewport();
});

test("a receipt opens its task, to read and to change", async ({
  page,
  person: _,
  chat,
  tasks,
}) => {
  await chat.open();
  await chat.say("add milk");
  const open = chat.log.getByRole("button", { name: "Open task #1 Milk" });
  const dialog = page.getByRole("dialog", { name: "Task 1" });
  await open.click();
  await dialog.getByLabel("Title").fill("Oat milk");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(tasks.row("Oat milk")).toHaveCount(1);

  await open.click();
  await expect(dialog.getByRole("region", { name: "History" })).toContainText("was “Milk”");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(tasks.rows).toHaveCount(0);

  await open.click();
  await expect(dialog).toContainText("Oat milk was deleted.");
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(dialog).toBeHidden();
  await expect(tasks.row("Oat milk")).toHaveCount(1);
});

test("deleted tasks are found behind the done ones, and come back", async ({
  page,
  person: _,
  chat,
  tasks,
}) => {
  await chat.open();
  await tasks.tab("Done").click();
  await tasks.pane.getByRole("button", { name: "Deleted tasks" }).click();
  await expect(tasks.pane.getByText("Nothing deleted")).toBeVisible();
  await chat.say("add milk, eggs and bread");
  await chat.say("delete task 2");
  await page.request.delete("/api/tasks/3");
  const rows = tasks.pane.getByRole("list", { name: "Deleted tasks" }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Bread");
  await expect(rows.first()).toContainText("You");
  await expect(rows.last()).toContainText("Offline assistant");

  await rows.first().getByRole("button", { name: "Restore Bread" }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole("button", { name: "Restore Eggs" })).toBeFocused();
  await tasks.pane.getByRole("button", { name: "Back to done" }).click();
  await tasks.tab("All").click();
  await expect(tasks.row("Bread")).toContainText("3");
  await expect(tasks.row("Eggs")).toHaveCount(0);
});

test("a deleted task comes back from the toast", async ({ page, person: _, chat, tasks }) => {
  await chat.open();
  await tasks.add("Water the plants");
  const form = await tasks.edit("Water the plants");
  await form.getByRole("button", { name: "Delete" }).click();
  await expect(tasks.rows).toHaveCount(0);
  await page
    .getByRole("region", { name: "Notifications" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(tasks.row("Water the plants")).toHaveCount(1);
});
