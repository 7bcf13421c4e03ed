/** Looking for tasks in the panel: by words, by when they are due, in an order; what is found can be changed. */
import { expect, test } from "./fixtures";

test("tasks are found by words and date, sorted, and changed where they stand", async ({
  page,
  person,
  request,
  chat,
  tasks,
}) => {
  const { email, password } = person;
  const signedIn = await request.post("/api/auth/signin", { data: { email, password } });
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { Authorization: `Bearer ${token}` };
  for (const data of [
    { title: "Water the plants", due_on: "2020-01-01" },
    { title: "Book the dentist", description: "Ask about the plan for the crown" },
    { title: "Call Ana", priority: "high", due_on: "2099-01-01" },
  ]) {
    expect((await request.post("/api/tasks", { headers, data })).status()).toBe(201);
  }
  await chat.open();
  const found = tasks.finder.getByRole("listitem");

  await tasks.find("plan");
  await expect(found).toHaveText([/Water the plants/, /Book the dentist/]);
  await tasks.find("");
  await tasks.finder.getByLabel("Due").selectOption("No date");
  await expect(found).toHaveText([/Book the dentist/]);
  await tasks.finder.getByLabel("Due").selectOption("Overdue");
  await expect(found).toHaveText([/Water the plants/]);
  await tasks.finder.getByLabel("Due").selectOption("Any date");
  await tasks.finder.getByLabel("Order").selectOption("By title");
  await expect(found).toHaveText([/Book the dentist/, /Call Ana/, /Water the plants/]);

  await tasks.finder.getByRole("checkbox", { name: "Call Ana" }).click();
  await expect(found.nth(1)).toContainText("Done: Today");
  await expect(tasks.finder.getByRole("status")).toHaveText("3 found · 2 to do, 1 done");
  // Somebody else's change shows here too.
  const renamed = { title: "Book the orthodontist" };
  expect((await request.patch("/api/tasks/2", { headers, data: renamed })).status()).toBe(200);
  await expect(found.first()).toContainText("Book the orthodontist");

  await tasks.find("no such words");
  await expect(tasks.finder.getByText("Nothing found")).toBeVisible();
  // A number, and words without their apostrophe.
  await tasks.find("#3");
  await expect(found).toHaveText([/Call Ana/]);
  await tasks.find("plants");
  await tasks.finder.getByRole("button", { name: "Back to the lists" }).click();
  await expect(tasks.finder).toBeHidden();
  await expect(page.getByRole("button", { name: "Find tasks" })).toBeFocused();
  // What was looked for is kept over the tabs; it is looked for among all tasks, wherever one comes from.
  await tasks.tab("Done").click();
  await page.getByRole("button", { name: "Find tasks" }).click();
  await expect(tasks.finder.getByRole("searchbox")).toHaveValue("plants");
  await expect(found).toHaveText([/Water the plants/]);
  await tasks.find("");
  await page.keyboard.press("Escape");
  await expect(tasks.finder).toBeHidden();
});
