/** The middle of the page: what was said, and the composer. */
import type { Locator, Page } from "@playwright/test";

export class ChatPage {
  constructor(private readonly page: Page) {}

  private get form(): Locator {
    return this.page.getByRole("form", { name: "New message" });
  }

  get message(): Locator {
    return this.page.getByRole("textbox", { name: "Message" });
  }

  get send(): Locator {
    return this.form.getByRole("button", { name: "Send" });
  }

  get stop(): Locator {
    return this.form.getByRole("button", { name: "Stop" });
  }

  get log(): Locator {
    return this.page.getByRole("log", { name: "Messages" });
  }

  get firstSentences(): Locator {
    return this.page.getByRole("list", { name: "First sentences" });
  }

  /** What a screen reader is told when a reply has ended. */
  get announcement(): Locator {
    return this.page.getByRole("region", { name: "Chat" }).getByRole("status");
  }

  get problem(): Locator {
    return this.form.getByRole("alert");
  }

  /** The button at the end of a receipt, or in its place once it was pressed. */
  receiptButton(name: "Undo" | "Redo", title: string): Locator {
    return this.log.getByRole("button", { name: new RegExp(`^${name}: .*${title}$`) });
  }

  async open(path = "/"): Promise<void> {
    await this.page.goto(path);
  }

  /** Says something and waits until it was answered. */
  async say(words: string): Promise<void> {
    await this.begin(words);
    await this.send.waitFor();
  }

  /** Says something; the answer is on its way. */
  async begin(words: string): Promise<void> {
    await this.message.fill(words);
    await this.message.press("Enter");
    await this.said(words).waitFor();
  }

  said(words: string): Locator {
    return this.log.getByText(words, { exact: true });
  }
}
