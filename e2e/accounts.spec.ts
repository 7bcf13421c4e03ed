/** Who gets in, and how they leave: the first account, invitations, taking everything along, and leaving nothing. */
import { readFile } from "node:fs/promises";
import { startApp } from "./app";
import { expect, test } from "./fixtures";
import { newPerson } from "./people";

test("the first account invites the next, once, and leaves with everything", async ({
  browser,
}) => {
  const app = await startApp({ SIGNUP: "invite" });
  const operator = newPerson("Ada");
  const page = await browser.newPage({ baseURL: app.url });
  const signUp = async (on: typeof page, person: typeof operator) => {
    await on.getByLabel("E-mail").fill(person.email);
    await on.getByLabel("Password", { exact: true }).fill(person.password);
    await on.getByRole("button", { name: "Create account" }).click();
    await expect(on).toHaveURL("/");
  };
  await page.goto("/signup");
  await expect(page.getByText("This is the first account here")).toBeVisible();
  await signUp(page, operator);

  const guest = await browser.newPage({ baseURL: app.url });
  await guest.goto("/signup");
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("By invitation");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Invite people" }).click();
  await page.getByRole("button", { name: "Make link" }).click();
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await guest.goto(link);
  await signUp(guest, newPerson("Bob"));
  expect((await guest.request.get("/api/invitations")).status()).toBe(403);

  const late = await browser.newPage({ baseURL: app.url });
  await late.goto(link);
  await expect(late.getByText("This invitation was used already.")).toBeVisible();

  await page.goto("/settings");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export everything" }).click();
  const file = await (await download).path();
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
    account: { email: operator.email },
    tasks: [],
    conversations: [],
  });

  await page.getByRole("button", { name: "Delete account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill("not the password");
  await dialog.getByRole("button", { name: "Delete account" }).click();
  await expect(dialog.getByText("The password is wrong.")).toBeVisible();
  await dialog.getByLabel("Your password", { exact: true }).fill(operator.password);
  await dialog.getByRole("button", { name: "Delete account" }).click();
  await expect(page).toHaveURL(/\/signin/);
  expect((await page.request.get("/api/me")).status()).toBe(401);
  // Bob has the oldest account now.
  expect((await guest.request.get("/api/invitations")).status()).toBe(200);
  for (const open of [page, guest, late]) await open.close();
  await app.dispose();
});
