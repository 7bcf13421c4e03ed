/** The panel with the tasks. */
import type { Locator, Page } from "@playwright/test";

export class TaskPanel {
  constructor(private readonly page: Page) {}

  get pane(): Locator {
    return this.page.getByRole("complementary", { name: "Tasks" });
  }

  get rows(): Locator {
    return this.pane.getByRole("tabpanel").getByRole("listitem");
  }

  get newTask(): Locator {
    return this.pane.getByRole("textbox", { name: "Add a task" });
  }

  tab(name: "Today" | "Upcoming" | "All" | "Done"): Locator {
    return this.pane.getByRole("tab", { name });
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ hasText: title });
  }

  box(title: string): Locator {
    return this.pane.getByRole("checkbox", { name: title });
  }

  /** Where tasks are looked for. */
  get finder(): Locator {
    return this.pane.getByRole("region", { name: "Find tasks" });
  }

  async find(words: string): Promise<void> {
    if (!(await this.finder.isVisible())) {
      await this.pane.getByRole("button", { name: "Find tasks" }).click();
    }
    await this.finder.getByRole("searchbox").fill(words);
  }

  async add(title: string): Promise<void> {
    await this.newTask.fill(title);
    await this.newTask.press("Enter");
    await this.row(title).waitFor();
  }

  async edit(title: string): Promise<Locator> {
    await this.row(title).getByRole("button", { name: title }).click();
    return this.pane.getByRole("form", { name: /^Edit task/ });
  }
}
