/** Two processes on one PostgreSQL: a turn begun on one is followed, stopped, approved and taken over on the other. */
import { expect, test as base } from "@playwright/test";
import { type PostgresServer, startPostgres } from "@/test/postgres";
import { startToldModel, type ToldModel } from "@/test/told-model";
import { startApp, type App } from "./app";

const PASSWORD = "correct horse battery";

type Two = { model: ToldModel; here: App; there: App; postgres: PostgresServer };

const test = base.extend<{ bearer: { Authorization: string } }, { two: Two }>({
  two: [
    async ({}, use) => {
      const postgres = await startPostgres();
      const model = await startToldModel();
      const variables = {
        OPENAI_API_KEY: "test",
        OPENAI_BASE_URL: model.url,
        OPENAI_MODEL: "told-model",
        POSTGRES_URL: postgres.url,
        NEXTAUTH_SECRET: "shared-by-both-shared-by-both-shared",
      };
      const [here, there] = [await startApp(variables), await startApp(variables)];
      await use({ model, here, there, postgres });
      await here.dispose();
      await there.dispose();
      await model.stop();
      await postgres.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  /** Somebody who is known on both. */
  bearer: async ({ two }, use) => {
    const answer = await fetch(`${two.here.url}/api/auth/signup`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        email: `${crypto.randomUUID()}@example.com`,
        password: PASSWORD,
        name: "Ada",
      }),
    });
    const { token } = (await answer.json()) as { token: string };
    await use({ Authorization: `Bearer ${token}` });
  },
});

// One model is told by one test at a time.
test.describe.configure({ mode: "serial" });

type Bearer = { Authorization: string };

const post = (app: App, path: string, bearer: Bearer, body: object, accept = "text/event-stream") =>
  fetch(app.url + path, {
    method: "POST",
    headers: { ...bearer, "Content-Type": "application/json", Accept: accept },
    body: JSON.stringify(body),
  });

/** A stream as far as it came, and the way to wait for more of it. */
const heard = (answer: Response) => {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    // On a slow machine a stream may be kept alive in between.
    text = (text + (value ?? "")).replaceAll(": keep-alive\n\n", "");
    return !done;
  };
  return {
    until: async (words: string): Promise<string> => {
      while (!text.includes(words)) {
        if (!(await more())) throw new Error(`It ended without “${words}”:\n${text}`);
      }
      return text;
    },
    toEnd: async (): Promise<string> => {
      while (await more());
      return text;
    },
  };
};

const turnIdIn = (text: string): string => /"turn_id":"([^"]+)"/.exec(text)?.[1] ?? "";

/** A turn begun on one instance, whose first words are said. */
const begin = async ({ model, here }: Two, bearer: Bearer) => {
  const asked = model.asked;
  const stream = heard(await post(here, "/api/chat", bearer, { message: "Tell me a story" }));
  await model.askedFor(asked + 1);
  model.say("Once upon ");
  return { stream, id: turnIdIn(await stream.until("Once upon")) };
};

const follow = async (app: App, bearer: Bearer, id: string, after?: number) =>
  heard(
    await fetch(`${app.url}/api/turns/${id}/events`, {
      headers: { ...bearer, ...(after === undefined ? {} : { "Last-Event-ID": String(after) }) },
    }),
  );

test("a turn is followed on the other, to the byte", async ({ two, bearer }) => {
  const { stream, id } = await begin(two, bearer);
  const [whole, rest] = [
    await follow(two.there, bearer, id),
    await follow(two.there, bearer, id, 2),
  ];
  await whole.until("Once upon");
  two.model.say("a time.");
  await whole.until("a time.");
  two.model.finish();
  const text = await stream.toEnd();
  expect(text).toContain("event: turn.completed");
  expect(await whole.toEnd()).toBe(text);
  expect(await rest.toEnd()).toBe(text.slice(text.indexOf("id: 3\n")));
});

test("a turn is stopped on the other, and its model let go", async ({ two, bearer }) => {
  const { stream, id } = await begin(two, bearer);
  const aborted = two.model.aborted();
  const answer = await post(two.there, `/api/turns/${id}/cancel`, bearer, {}, "application/json");
  expect(await answer.json()).toMatchObject({
    status: "cancelled",
    answer: { response: expect.stringContaining("Once upon") as unknown },
  });
  await aborted;
  expect(await stream.toEnd()).toContain("event: turn.cancelled");
});

test("deletions are approved on the other, and whoever follows hears it", async ({
  two,
  bearer,
}) => {
  for (const title of ["Milk", "Eggs"]) await post(two.here, "/api/tasks", bearer, { title });
  const asked = two.model.asked;
  const stream = heard(await post(two.here, "/api/chat", bearer, { message: "clean up" }));
  await two.model.askedFor(asked + 1);
  two.model.call(...[1, 2].map((task_id) => ({ name: "delete_task", arguments: { task_id } })));
  const answer = await stream.toEnd();
  expect(answer).toContain("event: approval.required");
  const id = turnIdIn(answer);
  const open = await follow(two.here, bearer, id);
  await open.until("approval.required");
  const decided = heard(
    await post(two.there, `/api/turns/${id}/approval`, bearer, { decision: "approve" }),
  );
  await two.model.askedFor(asked + 2);
  two.model.say("Both are gone.");
  two.model.finish();
  const rest = await decided.toEnd();
  expect(rest).toContain("event: turn.completed");
  expect(await open.toEnd()).toBe(answer + rest);
});

test("a turn whose instance is killed is closed on the other, and answered there", async ({
  two,
  bearer,
}) => {
  const { id } = await begin(two, bearer);
  const open = await follow(two.there, bearer, id);
  await open.until("Once upon");
  await two.here.kill();
  // Its lease runs out.
  expect(await open.toEnd()).toContain("event: turn.failed");
  const asked = two.model.asked;
  const again = post(two.there, `/api/turns/${id}/retry`, bearer, {}, "application/json");
  await two.model.askedFor(asked + 1);
  two.model.say("Once upon a time.");
  two.model.finish();
  expect(await (await again).json()).toMatchObject({
    status: "completed",
    response: "Once upon a time.",
  });
  await two.here.restart();
});

test("an instance that is told to stop closes its turn, and the streams on it end", async ({
  two,
  bearer,
}) => {
  const { stream, id } = await begin(two, bearer);
  const elsewhere = await follow(two.there, bearer, id);
  await two.here.stop();
  const text = await stream.toEnd();
  expect(text).toContain("event: turn.failed");
  expect(text).toContain("The server stopped before the answer was finished");
  expect(await elsewhere.toEnd()).toBe(text);
  const turn = await fetch(`${two.there.url}/api/turns/${id}`, { headers: bearer });
  expect(await turn.json()).toMatchObject({ status: "interrupted" });
  await two.here.restart();
});

test("a database that is restarted in mid-turn loses nothing", async ({ two, bearer }) => {
  const { stream } = await begin(two, bearer);
  await two.postgres.down();
  two.model.say("a time.");
  await two.postgres.up();
  two.model.finish();
  const text = await stream.toEnd();
  expect(text).toContain("event: turn.completed");
  expect(text).toContain("Once upon a time.");
});
