/** What specs are given: an app of the worker's own, people with accounts, page objects, and a watched console. */
import { expect, test as base } from "@playwright/test";
import { startMockOpenAI } from "../test/mock-openai";
import { startApp, type App } from "./app";
import { AuthPage } from "./pages/auth-page";
import { ChatPage } from "./pages/chat-page";
import { Conversations } from "./pages/conversations";
import { TaskPanel } from "./pages/task-panel";
import { newPerson, type Person, signInContext, signUpByApi } from "./people";

/** Which assistant answers: the embedded one, or a model, played by the mock server's canned rules. */
type Assistant = "offline" | "model";

type WorkerFixtures = {
  /** The worker's app with that assistant, started when a test first asks for it. */
  appWith: (assistant: Assistant) => Promise<App>;
};

type Fixtures = {
  /** `test.use({ assistant: "model" })` */
  assistant: Assistant;
  /** `test.use({ appFails: true })`, for a test that ends the app while a page is open. */
  appFails: boolean;
  app: App;
  /** Somebody with an account, as whom the browser is signed in. */
  person: Person;
  auth: AuthPage;
  chat: ChatPage;
  conversations: Conversations;
  tasks: TaskPanel;
  /** What the browser complained of, such as a blocked script. A test that leaves any fails. */
  complaints: string[];
};

/** A status is the answer to what the test asked for; the console repeats it as an error. */
const STATUS = /Failed to load resource: the server responded with a status of [45]\d\d/;
/** What a page asks for while a test has the app down fails, and the browser says so. */
const DOWN =
  /Failed to load resource: net::ERR_(CONNECTION_|INTERNET_|INCOMPLETE_|EMPTY_|NETWORK_)/;

export const test = base.extend<Fixtures, WorkerFixtures>({
  appWith: [
    async ({}, use) => {
      const started = new Map<Assistant, Promise<App>>();
      const ends: (() => Promise<void>)[] = [];
      const start = async (assistant: Assistant): Promise<App> => {
        if (assistant === "offline") return startApp();
        const model = await startMockOpenAI({ canned: true });
        ends.push(() => model.stop());
        return startApp({
          OPENAI_API_KEY: "test",
          OPENAI_BASE_URL: model.url,
          OPENAI_MODEL: "mock-model",
        });
      };
      await use((assistant) => {
        const app = started.get(assistant) ?? start(assistant);
        started.set(assistant, app);
        return app;
      });
      for (const app of started.values()) await (await app).dispose();
      for (const end of ends) await end();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  assistant: ["offline", { option: true }],
  appFails: [false, { option: true }],
  app: [
    async ({ appWith, assistant }, use) => use(await appWith(assistant)),
    // The worker's first test waits for the app to start.
    { timeout: 90_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  person: async ({ context, request }, use) => {
    const person = newPerson();
    await signUpByApi(request, person);
    await signInContext(context, person);
    await use(person);
  },
  auth: async ({ page }, use) => use(new AuthPage(page)),
  chat: async ({ page }, use) => use(new ChatPage(page)),
  conversations: async ({ page }, use) => use(new Conversations(page)),
  tasks: async ({ page }, use) => use(new TaskPanel(page)),
  complaints: [
    async ({ page, appFails }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        const isComplaint = message.type() === "error" || message.type() === "warning";
        const isExpected = STATUS.test(message.text()) || (appFails && DOWN.test(message.text()));
        if (isComplaint && !isExpected) complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
