/** Accounts: making one, getting in, being kept out, and leaving. */
import { expect, test } from "./fixtures";
import { newPerson, signUpByApi } from "./people";

test("who is not signed in is led to the sign-in page, and back where they wanted to go", async ({
  page,
  auth,
  request,
}) => {
  const person = newPerson();
  await signUpByApi(request, person);
  await page.goto("/settings");
  await expect(page).toHaveURL("/signin?next=%2Fsettings");
  await auth.signIn(person);
  await expect(page).toHaveURL("/settings");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
});

test("a wrong password says so and keeps the address", async ({ page, auth, request }) => {
  const person = newPerson();
  await signUpByApi(request, person);
  await page.goto("/signin");
  await auth.signIn({ ...person, password: "not the password" });
  await expect(auth.alert).toHaveText("The e-mail address or the password is wrong.");
  await expect(auth.email).toHaveValue(person.email);
  await auth.signIn(person);
  await expect(page).toHaveURL("/");
});

test("an address that is taken and a short password are told at their fields", async ({
  page,
  auth,
  request,
}) => {
  const person = newPerson();
  await signUpByApi(request, person);
  await auth.signUp(person);
  await expect(page.getByText("There is an account with this address.")).toBeVisible();
  await auth.signUp({ ...newPerson(), password: "short" });
  await expect(auth.password).toHaveAccessibleDescription(/8 characters/);
  await expect(page).toHaveURL("/signup");
});

test("signing out ends the session, and the way back shows nothing", async ({
  page,
  auth,
  chat,
  person,
}) => {
  await chat.open();
  await auth.signOut(person);
  await expect(page).toHaveURL("/signin");
  await page.goBack();
  await expect(page).toHaveURL(/\/signin/);
  const answer = await page.request.get("/api/tasks");
  expect(answer.status()).toBe(401);
});

test("signing out everywhere ends the other browser's session too", async ({
  page,
  browser,
  app,
  person,
}) => {
  const elsewhere = await browser.newContext({ baseURL: app.url });
  const other = await elsewhere.newPage();
  await other.goto("/signin");
  await other.getByLabel("E-mail").fill(person.email);
  await other.getByRole("textbox", { name: "Password" }).fill(person.password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other).toHaveURL("/");

  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/signin/);
  await other.reload();
  await expect(other).toHaveURL(/\/signin/);
  await elsewhere.close();
});
