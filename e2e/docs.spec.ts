/** The API's page: Swagger UI under our content policy, for everybody, in both themes, on any screen. */
import { expect, test } from "./fixtures";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    test(`shows an operation, ${colorScheme}, ${width} px wide`, async ({ page, complaints }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).hostname));
      await page.goto("/docs");
      await expect(page.getByRole("heading", { name: "Errand API", level: 1 })).toBeVisible();
      const operation = page.locator("#operations-Tasks-addTask");
      await operation.locator(".opblock-summary-control").click();
      await expect(operation).toContainText("Add a task");
      await expect(operation).toContainText("payload_too_large");
      // Nobody else hears of it: no font, no validator, no script from elsewhere.
      expect(new Set(asked.filter((host) => host !== ""))).toEqual(new Set(["localhost"]));
      expect(complaints).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

test("tries an operation with the browser's own session", async ({ page, person }) => {
  await page.goto("/docs");
  const operation = page.locator("#operations-Account-getMe");
  await operation.locator(".opblock-summary-control").click();
  await operation.getByRole("button", { name: "Try it out" }).click();
  await operation.getByRole("button", { name: "Execute" }).click();
  await expect(operation.locator(".live-responses-table")).toContainText(person.email);
});
