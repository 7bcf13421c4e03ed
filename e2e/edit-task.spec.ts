/** A task while it is edited: seen whole, and what was written is not lost by Escape or by somebody else's change. */
import { expect, test } from "./fixtures";

test.use({ assistant: "offline" });

test.beforeEach(async ({ person: _, chat }) => chat.open());

test("an editor near the end of the list is brought into sight", async ({ page, tasks }) => {
  for (let number = 1; number <= 24; number++) {
    await page.request.post("/api/tasks", { data: { title: `Task ${number}` } });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await page.getByRole("button", { name: /^Tasks/ }).click();
  await tasks.row("Task 20").scrollIntoViewIfNeeded();
  const form = await tasks.edit("Task 24");
  await expect(form.getByRole("button", { name: "Save" })).toBeInViewport({ ratio: 1 });
});

test("Escape keeps what was written for the next time, Cancel does not", async ({
  page,
  tasks,
}) => {
  await tasks.add("Call mom");
  const form = await tasks.edit("Call mom");
  await form.getByLabel("Note").fill("About the trip");
  await page.keyboard.press("Escape");
  await expect(tasks.row("Call mom")).toContainText("Unsaved changes");
  await tasks.edit("Call mom");
  await expect(form.getByLabel("Note")).toHaveValue("About the trip");
  await form.getByRole("button", { name: "Cancel" }).click();
  await expect(tasks.row("Call mom")).not.toContainText("Unsaved changes");
  await tasks.edit("Call mom");
  await expect(form.getByLabel("Note")).toHaveValue("");
});

test("a task that is deleted elsewhere keeps its open editor, and can be restored", async ({
  page,
  tasks,
}) => {
  await tasks.add("Call mom");
  const form = await tasks.edit("Call mom");
  await form.getByLabel("Note").fill("About the trip");
  expect((await page.request.delete("/api/tasks/1")).status()).toBe(200);
  await expect(form.getByRole("alert")).toContainText("This task was deleted elsewhere.");
  await expect(form.getByLabel("Note")).toHaveValue("About the trip");
  await form.getByRole("button", { name: "Restore" }).click();
  await expect(form.getByRole("alert")).toHaveCount(0);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(tasks.row("Call mom")).toContainText("Note");

  await tasks.edit("Call mom");
  expect((await page.request.delete("/api/tasks/1")).status()).toBe(200);
  await form.getByRole("button", { name: "Close" }).click();
  await expect(tasks.rows).toHaveCount(0);
});
