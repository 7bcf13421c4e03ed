/** Taking changes back: from receipts, a task's history, a toast, and by saying so. */
import { expect, test } from "./fixtures";

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
