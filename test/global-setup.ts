/**
 * Vitest's global setup: one PostgreSQL for the whole run, or the one that `TEST_POSTGRES_URL` names, the relay through
 * which `@vercel/postgres` reaches it, and a migrated embedded database that each test file begins with a copy of.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres";
import { startRelay } from "./websocket-relay";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PostgreSQL server whose role may create databases. */
    postgresUrl: string;
    /** Where `websocket-relay.ts` listens. */
    relayPort: number;
    /** A file with the dump of an embedded database, migrated and empty. */
    embeddedTemplate: string;
  }
}

const dumpTemplate = async (file: string): Promise<void> => {
  const client = await PGlite.create("memory://");
  await migrate(drizzle(client), { migrationsFolder: "db/migrations" });
  const dump = await client.dumpDataDir("none");
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  await client.close();
};

const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const relay = await startRelay();
  project.provide("relayPort", relay.port);
  const given = process.env["TEST_POSTGRES_URL"];
  const folder = await mkdtemp(join(tmpdir(), "errand-template-"));
  const template = join(folder, "embedded.tar");
  project.provide("embeddedTemplate", template);
  const [server] = await Promise.all([given ? undefined : startPostgres(), dumpTemplate(template)]);
  project.provide("postgresUrl", given ?? server?.url ?? "");
  return async () => {
    await rm(folder, { recursive: true });
    await relay.stop();
    await server?.stop();
  };
};

export default setup;
