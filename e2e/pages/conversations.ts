/** The sidebar. */
import type { Locator, Page } from "@playwright/test";

export class Conversations {
  constructor(private readonly page: Page) {}

  get pane(): Locator {
    return this.page.getByRole("navigation", { name: "Conversations" });
  }

  get links(): Locator {
    return this.pane.getByRole("listitem").getByRole("link");
  }

  get title(): Locator {
    return this.pane.getByRole("textbox", { name: "Title" });
  }

  link(title: string): Locator {
    return this.pane.getByRole("link", { name: title });
  }

  async startNew(): Promise<void> {
    await this.pane.getByRole("link", { name: "New conversation" }).click();
  }

  private async choose(title: string, option: string): Promise<void> {
    await this.link(title).hover();
    await this.pane.getByRole("button", { name: `Options for ${title}` }).click();
    await this.page.getByRole("menuitem", { name: option }).click();
  }

  async rename(title: string, next: string): Promise<void> {
    await this.choose(title, "Rename");
    await this.title.fill(next);
    await this.title.press("Enter");
  }

  async delete(title: string): Promise<void> {
    await this.choose(title, "Delete");
    await this.page.getByRole("button", { name: "Delete conversation" }).click();
  }
}
