/** Access tokens in the settings: made, shown once, used, ended. */
import { expect, test } from "./fixtures";

test("a token is made, shown once, works, and is ended", async ({ page, person, request }) => {
  await page.goto("/settings");
  await page.getByRole("link", { name: "Access tokens" }).click();
  await expect(page.getByRole("heading", { name: "Access tokens", level: 1 })).toBeVisible();
  await expect(page.getByText("No tokens yet.")).toBeVisible();

  await page.getByRole("button", { name: "Make token" }).click();
  await expect(page.getByText("The name must not be empty.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill("Editor");
  await page.getByLabel("Good for").selectOption("Until you end it");
  await page.getByRole("button", { name: "Make token" }).click();

  const shown = page.getByLabel("Token for Editor");
  await expect(shown).toHaveValue(/^errand_pat_/);
  const token = await shown.inputValue();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy token" }).click();
  const notices = page.getByRole("region", { name: "Notifications" });
  await expect(notices.getByText("Token copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);

  const headers = { Authorization: `Bearer ${token}` };
  const me = await request.get("/api/me", { headers });
  expect(await me.json()).toMatchObject({ email: person.email });

  await page.reload();
  await expect(page.getByText("Used Today", { exact: false })).toBeVisible();
  expect(await page.content()).not.toContain(token);

  await page.getByRole("button", { name: "End: Editor" }).click();
  await page.getByRole("button", { name: "End token" }).click();
  await expect(page.getByText("No tokens yet.")).toBeVisible();
  expect((await request.get("/api/me", { headers })).status()).toBe(401);
});
