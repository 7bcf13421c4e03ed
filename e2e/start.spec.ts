/** `npm start`: what it prints, what it refuses, and what outlives it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/test/free-port";
import { spawnApp, startApp } from "./app";
import { expect, test } from "./fixtures";
import { newPerson, signUpByApi } from "./people";

test("says where it listens, which database and which assistant it uses, and little else", async () => {
  const app = await startApp();
  expect(app.output()).toContain(`Errand is at ${app.url}`);
  expect(app.output()).toMatch(/database +embedded, in /);
  expect(app.output()).toMatch(/assistant +offline/);
  expect(app.output().trim().split("\n").length).toBeLessThanOrEqual(5);
  await app.dispose();
});

test("keeps everything over a kill, and ends in order when asked", async ({ playwright }) => {
  const app = await startApp();
  const person = newPerson();
  const request = await playwright.request.newContext({ baseURL: app.url });
  const token = await signUpByApi(request, person);
  const headers = { Authorization: `Bearer ${token}` };
  await request.post("/api/chat", { headers, data: { message: "add a task to buy groceries" } });
  await app.kill();
  await app.restart();
  const tasks = await request.get("/api/tasks", { headers });
  expect(await tasks.json()).toMatchObject({ tasks: [{ id: 1, title: "Buy groceries" }] });
  await app.stop();
  await request.dispose();
  await app.dispose();
});

test("refuses a folder that another process holds, and takes over a dead one's", async () => {
  const folder = await mkdtemp(join(tmpdir(), "errand-e2e-"));
  const first = spawnApp({ DATA_DIR: folder, PORT: String(await freePort()) });
  await first.ready;
  const second = spawnApp({ DATA_DIR: folder, PORT: String(await freePort()) });
  await expect(second.ready).rejects.toThrow(
    new RegExp(`in use by another Errand \\(process ${first.child.pid ?? 0}\\)`),
  );
  await second.ended;
  expect(second.child.exitCode).toBe(1);

  first.child.kill("SIGKILL");
  await first.ended;
  const third = spawnApp({ DATA_DIR: folder, PORT: String(await freePort()) });
  await third.ready;
  third.child.kill("SIGKILL");
  await third.ended;
  await rm(folder, { recursive: true, force: true });
});

for (const { what, variables, sentence } of [
  { what: "a port that is no number", variables: { PORT: "http" }, sentence: "PORT must be" },
  {
    what: "an address that is not this machine's",
    variables: { HOST: "192.0.2.1" },
    sentence: "HOST is 192.0.2.1, which is not an address of this machine.",
  },
  {
    what: "a database server without a secret",
    variables: { POSTGRES_URL: "postgres://user:password@127.0.0.1:1/errand" },
    sentence: "NEXTAUTH_SECRET must be set",
  },
]) {
  test(`refuses ${what}, with what to set`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "errand-e2e-"));
    const port = String(await freePort());
    const attempt = spawnApp({ DATA_DIR: folder, PORT: port, ...variables });
    await expect(attempt.ready).rejects.toThrow(sentence);
    await attempt.ended;
    expect(attempt.child.exitCode).toBe(1);
    await rm(folder, { recursive: true, force: true });
  });
}

test("refuses a port that is taken", async ({ app }) => {
  const folder = await mkdtemp(join(tmpdir(), "errand-e2e-"));
  const { port } = new URL(app.url);
  const attempt = spawnApp({ DATA_DIR: folder, PORT: port });
  await expect(attempt.ready).rejects.toThrow(`Port ${port} is in use by another program.`);
  await rm(folder, { recursive: true, force: true });
});
