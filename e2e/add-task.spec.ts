/** The field that adds a task understands dates as the chat does, and says so first. */
import { expect, test } from "./fixtures";

test.use({ assistant: "offline" });

test.beforeEach(async ({ person: _, chat }) => chat.open());

test("shows the date that it understood, and takes it", async ({ page, tasks }) => {
  await tasks.newTask.fill("Pay rent tomorrow at 9am");
  const understood = tasks.pane.getByRole("status");
  await expect(understood).toContainText("Tomorrow, 09:00");
  await expect(understood).toContainText("Pay rent");
  await tasks.newTask.press("Enter");
  await expect(tasks.row("Pay rent")).toContainText("Tomorrow, 09:00");
  await expect(understood).toHaveCount(0);
  const answer = await page.request.get("/api/tasks/1");
  expect(await answer.json()).toMatchObject({ title: "Pay rent", due_time: "09:00" });
});

test("leaves the words in the title when it is told to", async ({ tasks }) => {
  await tasks.newTask.fill("Plan the party on Saturday");
  await tasks.pane.getByRole("button", { name: "Leave “on Saturday” in the title" }).click();
  await expect(tasks.newTask).toBeFocused();
  await expect(tasks.pane.getByRole("status")).toContainText("No date");
  await tasks.newTask.press("Enter");
  await expect(tasks.row("Plan the party on Saturday")).toHaveText(
    /^Plan the party on SaturdayEdit task 1$/,
  );
});

test("Enter does not wait for what is shown, and names keep their words", async ({ tasks }) => {
  for (const title of ["Call mom tomorrow", "read 1984", "watch Friday Night Lights"]) {
    await tasks.newTask.fill(title);
    await tasks.newTask.press("Enter");
  }
  await expect(tasks.row("Call mom")).toContainText("Tomorrow");
  await expect(tasks.row(/Read 1984/)).toHaveCount(1);
  await expect(tasks.row("Watch Friday Night Lights")).toHaveCount(1);
});

test("understands how urgent it is, and leaves the words when it is told to", async ({ tasks }) => {
  await tasks.newTask.fill("ring the vet tomorrow 9am urgent");
  const understood = tasks.pane.getByRole("status");
  await expect(understood).toContainText("Ring the vet");
  await expect(understood).toContainText("Tomorrow, 09:00");
  await expect(understood).toContainText("High priority");
  await tasks.newTask.press("Enter");
  await expect(tasks.row("Ring the vet")).toContainText("Tomorrow, 09:00");
  await expect(tasks.row("Ring the vet")).toContainText("High priority");

  await tasks.newTask.fill("buy the book Urgent tomorrow");
  await tasks.pane.getByRole("button", { name: /without a priority/ }).click();
  await expect(understood).toContainText("No priority");
  await expect(understood).toContainText("Buy the book Urgent");
  await tasks.newTask.press("Enter");
  await expect(tasks.row("Buy the book Urgent")).toContainText("Tomorrow");
  await expect(tasks.row("Buy the book Urgent")).not.toContainText("High priority");
});
