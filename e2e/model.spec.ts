/** A model behind OPENAI_BASE_URL, played by the mock server: streaming, stopping, and everything that goes wrong. */
import { expect, test } from "./fixtures";

test.use({ assistant: "model" });

test.beforeEach(async ({ person: _person, chat }) => chat.open());

test("a model's tool call adds the task, and the page says which model answered", async ({
  chat,
  tasks,
  page,
}) => {
  await expect(page.getByRole("button", { name: "mock-model" })).toBeVisible();
  await chat.say("add a task to buy groceries");
  await expect(chat.log).toContainText("I added “Buy groceries” to your list.");
  await expect(tasks.row("Buy groceries")).toBeVisible();
});

for (const { words, sentence } of [
  { words: "fail quota", sentence: /quota|credit/i },
  { words: "fail 401", sentence: /key/i },
  { words: "fail 404", sentence: /model/i },
  { words: "fail 500", sentence: /can’t be reached|not available|unavailable|failed|try again/i },
  { words: "cut", sentence: /.../ },
]) {
  test(`“${words}”: the page says what went wrong, keeps the message, and goes on`, async ({
    chat,
    page,
  }) => {
    await chat.say(words);
    const problem = chat.log.getByRole("button", { name: "Try again" });
    await expect(problem).toBeVisible();
    await expect(chat.log).toContainText(sentence);
    await expect(chat.announcement).not.toBeEmpty();

    await page.reload();
    await expect(chat.said(words)).toBeVisible();
    await expect(chat.log).toContainText(sentence);

    await chat.say("hello");
    await expect(chat.log).toContainText("I can add, list, complete, change and delete tasks.");
  });
}

test("the offline assistant answers where the model failed, and the page says that it was the one", async ({
  chat,
  page,
  tasks,
}) => {
  await chat.say("add a task to buy groceries");
  await expect(chat.log).not.toContainText("Offline assistant");
  await chat.say("fail 500");
  await chat.log.getByRole("button", { name: "Answer with the offline assistant" }).click();
  await expect(chat.log.getByText("Offline assistant", { exact: true })).toHaveCount(1);
  await page.reload();
  await expect(chat.log.getByText("Offline assistant", { exact: true })).toHaveCount(1);
  await expect(tasks.rows).toHaveCount(1);
});

test("Stop ends a turn that stalls, keeps what was said, and the next message works", async ({
  chat,
  page,
}) => {
  await chat.begin("stall");
  await expect(chat.log).toContainText("Let me think about");
  await chat.stop.click();
  await expect(chat.log).toContainText("Stopped");
  await expect(chat.send).toBeVisible();
  await page.reload();
  await expect(chat.log).toContainText("Let me think about");
  await expect(chat.log).toContainText("Stopped");
  await chat.say("hello");
  await expect(chat.log).toContainText("I can add, list, complete, change and delete tasks.");
});

test("a reload in the middle of a turn loses nothing, and Stop still works", async ({
  chat,
  page,
}) => {
  await chat.begin("stall");
  await expect(chat.log).toContainText("Let me think about");
  await page.reload();
  await chat.stop.click();
  await expect(chat.log).toContainText("Stopped");
  await expect(chat.log).toContainText("Let me think about");
});
