/**
 * `npm run test:faults`: the app as `npm start` runs it, ended at random moments, most of the time as a power cut ends
 * it, while people talk to it; then the database is held against what they were told. Half of the kills on the
 * embedded database, half on two instances that share a PostgreSQL. `--kills N` (200) sets how many; `npm test` runs
 * few. What held is written to `test-results/faults.json`.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { connectEmbedded, connectServer, type Connection } from "@/db/client";
import { type App, startApp } from "@/e2e/app";
import build from "@/e2e/global-setup";
import { startPostgres } from "@/test/postgres";
import type { RawServer } from "@/test/raw-server";
import { type Check, checkDatabase } from "@/test/faults/checks";
import { type Calm, newPerson } from "@/test/faults/client";
import { load } from "@/test/faults/load";
import { startFaultModel } from "@/test/faults/model";

const REPORT = "test-results/faults.json";
const PEOPLE = ["ada", "eve", "kim"];
/** How long an instance lives after it has started. */
const LIFE_MS = { least: 150, most: 3000 };
/** Every so many ends is a SIGTERM, as a host's, instead of a kill. */
const TERM_EVERY = 8;

type Stage = {
  name: string;
  apps: App[];
  /** The database, once no app runs. */
  open(): Promise<Connection>;
  close(): Promise<void>;
};

const settingsFor = (model: RawServer): Record<string, string> => ({
  OPENAI_API_KEY: "test",
  OPENAI_BASE_URL: model.url,
  LOG_LEVEL: "fatal",
});

const embeddedStage = async (model: RawServer): Promise<Stage> => {
  const app = await startApp(settingsFor(model));
  return {
    name: "embedded",
    apps: [app],
    open: () => connectEmbedded(app.dataDir),
    close: () => app.dispose(),
  };
};

const sharedStage = async (model: RawServer): Promise<Stage> => {
  const server = await startPostgres();
  const settings = {
    ...settingsFor(model),
    POSTGRES_URL: server.url,
    NEXTAUTH_SECRET: crypto.randomUUID(),
  };
  const apps = [await startApp(settings), await startApp(settings)];
  return {
    name: "two instances on one PostgreSQL",
    apps,
    open: () => connectServer(server.url),
    close: async () => {
      for (const app of apps) await app.dispose();
      await server.stop();
    },
  };
};

const endAtRandom = async (apps: readonly App[], kills: number): Promise<void> => {
  for (let count = 1; count <= kills; count += 1) {
    await pause(LIFE_MS.least + Math.random() * (LIFE_MS.most - LIFE_MS.least));
    const app = apps[count % apps.length];
    await app?.kill();
    await app?.restart();
    if (count % TERM_EVERY > 0) continue;
    await app?.stop();
    await app?.restart();
  }
};

const play = async (stage: Stage, kills: number): Promise<Check[]> => {
  const urls = stage.apps.map(({ url }) => url);
  const calm: Calm = { since: null };
  const people = [];
  for (const name of PEOPLE) people.push(await newPerson(urls, name, calm));
  const loaded = load(people, () => calm.since !== null);
  const begun = performance.now();
  await endAtRandom(stage.apps, kills);
  calm.since = performance.now();
  const record = await loaded;
  const seconds = Math.round((performance.now() - begun) / 1000);
  const { length } = record.spoken;
  console.log(`\n${stage.name}: ${kills} kills, ${length} messages in ${seconds} s`);
  for (const app of stage.apps) await app.stop();
  const connection = await stage.open();
  try {
    return await checkDatabase(connection.db, record);
  } finally {
    await connection.close();
  }
};

const { values } = parseArgs({ options: { kills: { type: "string", default: "200" } } });
const kills = z.coerce.number().int().min(2).parse(values.kills);
build();
const model = await startFaultModel();
const checks: Check[] = [];
for (const [start, share] of [
  [embeddedStage, Math.floor(kills / 2)],
  [sharedStage, Math.ceil(kills / 2)],
] as const) {
  const stage = await start(model);
  try {
    for (const check of await play(stage, share)) {
      checks.push(check);
      console.log(`${check.faults.length === 0 ? "✓" : "✗"} ${check.name}`);
      for (const fault of check.faults.slice(0, 10)) console.log(`    ${fault}`);
    }
  } finally {
    await stage.close();
  }
}
await model.stop();

const failed = checks.filter(({ faults }) => faults.length > 0).length;
await mkdir(join(REPORT, ".."), { recursive: true });
await writeFile(REPORT, JSON.stringify({ passed: checks.length - failed, failed, kills }));
process.exitCode = failed > 0 ? 1 : 0;
