/** A server that can't be reached for a while: what was said about it ends with it, and nothing is in two places. */
import { expect, test } from "./fixtures";

test.use({ assistant: "offline", appFails: true });

test.beforeEach(async ({ person: _, chat }) => chat.open());

for (const isNew of [true, false]) {
  test(`a message that was stored leaves the composer (${isNew ? "a new" : "an old"} conversation)`, async ({
    page,
    context,
    chat,
    tasks,
  }) => {
    if (!isNew) await chat.say("add eggs");
    await page.route("**/api/chat", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await chat.message.fill("add milk");
    await chat.message.press("Enter");
    await expect(chat.problem).toContainText("can’t be reached");
    await expect(chat.message).toHaveValue("add milk");
    await page.unroute("**/api/chat");
    await context.setOffline(true);
    await context.setOffline(false);
    await expect(chat.said("add milk")).toHaveCount(1);
    await expect(chat.message).toHaveValue("");
    await expect(chat.problem).toBeEmpty();
    await expect(chat.receiptButton("Undo", "Milk")).toBeVisible();
    await expect(tasks.row("Milk")).toHaveCount(1);
  });
}

test("a message that was stored leaves the composer when a killed server is back", async ({
  page,
  app,
  chat,
}) => {
  await page.route("**/api/chat", async (route) => {
    if ((await route.fetch().catch(() => null)) !== null) await app.kill();
    await route.abort("connectionreset");
  });
  await chat.message.fill("add milk");
  await chat.message.press("Enter");
  await expect(chat.problem).toContainText("can’t be reached");
  await expect(chat.message).toHaveValue("add milk");
  await page.unroute("**/api/chat");
  await app.restart();
  await expect(chat.said("add milk")).toHaveCount(1);
  await expect(chat.message).toHaveValue("");
  await expect(chat.problem).toBeEmpty();
});

test("what could not be saved is said until the connection is back", async ({
  page,
  context,
  tasks,
}) => {
  await tasks.add("Call mom");
  await context.setOffline(true);
  await tasks.box("Call mom").click();
  const said = page.getByRole("region", { name: "Notifications" }).getByRole("listitem");
  await expect(said).toContainText("“Call mom” was not changed.");
  await tasks.newTask.fill("Call dad");
  await tasks.newTask.press("Enter");
  const problem = tasks.pane.getByRole("alert");
  await expect(problem).toContainText("can’t be reached");
  await context.setOffline(false);
  await expect(said).toHaveCount(0);
  await expect(problem).toHaveCount(0);
  await expect(tasks.newTask).toHaveValue("Call dad");
});
