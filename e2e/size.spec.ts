/** What the chat page costs a visitor: its JavaScript as it goes over the wire. */
import { expect, test } from "./fixtures";

/** kB of 1,000 bytes, compressed. An empty Next page has 138. */
const BUDGET_KB = 230;

test(`the chat page loads less than ${BUDGET_KB} kB of JavaScript`, async ({
  person: _person,
  page,
  chat,
}) => {
  const scripts: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await chat.open();
  // The page has come alive: it knows that there is something to send.
  await chat.message.fill("Hello");
  await expect(chat.send).toHaveAttribute("aria-disabled", "false");
  const sizes = await Promise.all(scripts);
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  console.log(`the chat page's JavaScript: ${kilobytes.toFixed(0)} kB in ${sizes.length} files`);
  expect(sizes.length).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThan(BUDGET_KB);
});
