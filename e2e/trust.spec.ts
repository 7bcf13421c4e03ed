/** What a model's mistakes come to: a title that fits two, words without deeds, many deletions at once. */
import { expect, test } from "./fixtures";

test.use({ assistant: "model" });

test.beforeEach(async ({ person: _, chat, tasks }) => {
  await chat.open();
  await tasks.add("Write the report");
  await tasks.add("Print the report");
});

test("a title that fits two tasks changes neither, and a button says which is meant", async ({
  page,
  chat,
  tasks,
}) => {
  await chat.say("finish the report");
  await expect(chat.log.getByText("Not completed")).toBeVisible();
  const candidates = chat.log.getByRole("list", { name: "Which one?" });
  await expect(candidates.getByRole("button")).toHaveText([
    "#1Write the report",
    "#2Print the report",
  ]);
  await expect(tasks.rows).toHaveCount(2);

  // They stand where they were after a reload.
  await page.reload();
  await candidates.getByRole("button", { name: "Print the report" }).click();
  await expect(chat.log.getByText("Completed", { exact: true })).toBeVisible();
  await expect(tasks.tab("Done")).toContainText("1");
  await expect(tasks.row("Write the report")).toHaveCount(1);
  // That is settled: there is nothing left to press.
  await expect(candidates.getByRole("button")).toHaveCount(0);
});

test("an answer that claims what it did not do is marked", async ({ chat, page, tasks }) => {
  await chat.say("boast");
  await expect(chat.log.getByText("Nothing was changed")).toBeVisible();
  await expect(tasks.rows).toHaveCount(2);
  await page.reload();
  await expect(chat.log.getByText("Nothing was changed")).toBeVisible();
});

test("two deletions wait together, and go as they were shown", async ({ chat, page, tasks }) => {
  await chat.say("clean up");
  const card = page.getByRole("group", { name: "Delete these 2 tasks?" });
  await expect(card.getByRole("listitem")).toHaveText(["#1Write the report", "#2Print the report"]);
  // Meanwhile one of them changes: it is not what was shown any more.
  await page.request.patch("/api/tasks/2", { data: { title: "Print it" } });
  await card.getByRole("button", { name: "Delete 2 tasks" }).click();
  await expect(chat.log).toContainText("As you said.");
  await expect(tasks.rows).toHaveCount(1);
  await expect(tasks.row("Print it")).toHaveCount(1);
});
