/** The pages for signing up and in. */
import type { Locator, Page } from "@playwright/test";
import type { Person } from "../people";

export class AuthPage {
  constructor(private readonly page: Page) {}

  get email(): Locator {
    return this.page.getByLabel("E-mail");
  }

  get password(): Locator {
    return this.page.getByRole("textbox", { name: "Password" });
  }

  get alert(): Locator {
    return this.page.getByRole("main").getByRole("alert");
  }

  async signUp({ name, email, password }: Person): Promise<void> {
    await this.page.goto("/signup");
    await this.page.getByLabel("Name").fill(name);
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole("button", { name: "Create account" }).click();
  }

  async signIn({ email, password }: Pick<Person, "email" | "password">): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole("button", { name: "Sign in" }).click();
  }

  async signOut(person: Person): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Conversations" })
      .getByRole("button", { name: person.email })
      .click();
    await this.page.getByRole("menuitem", { name: "Sign out" }).click();
  }
}
