/**
 * Vitest's global setup: one PostgreSQL for the whole run, or the one that `TEST_POSTGRES_URL` names, and the relay
 * through which `@vercel/postgres` reaches it.
 */
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres";
import { startRelay } from "./websocket-relay";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PostgreSQL server whose role may create databases. */
    postgresUrl: string;
    /** Where `websocket-relay.ts` listens. */
    relayPort: number;
  }
}

const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const relay = await startRelay();
  project.provide("relayPort", relay.port);
  const given = process.env["TEST_POSTGRES_URL"];
  const server = given ? undefined : await startPostgres();
  project.provide("postgresUrl", given ?? server?.url ?? "");
  return async () => {
    await relay.stop();
    await server?.stop();
  };
};

export default setup;
