/** One clock on the page: the reader's own, in lists, receipts, a task's history and at the messages. */
import { expect, test } from "./fixtures";

test.use({ assistant: "offline", locale: "en-US" });

test("times are written as the reader writes them", async ({ page, person: _, chat, tasks }) => {
  await chat.open();
  await chat.say("add call mom tomorrow at 6pm");
  await expect(tasks.row("Call mom")).toContainText(/Tomorrow, 6:00\sPM/);
  await expect(chat.log).toContainText(/Tomorrow, 6:00\sPM/);
  await tasks.newTask.fill("Pay rent tomorrow at 9am");
  await expect(tasks.pane.getByRole("status")).toContainText(/Tomorrow, 9:00\sAM/);
  await page.reload();
  await expect(tasks.row("Call mom")).toContainText(/Tomorrow, 6:00\sPM/);
  const form = await tasks.edit("Call mom");
  await expect(form.getByRole("region", { name: "History" })).toContainText(
    /Tomorrow, 6:00\sPM.*\d:\d\d\s[AP]M/,
  );
});
