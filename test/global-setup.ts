/** Vitest's global setup: one PostgreSQL for the whole run, or the one that `TEST_POSTGRES_URL` names. */
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PostgreSQL server whose role may create databases. */
    postgresUrl: string;
  }
}

const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env["TEST_POSTGRES_URL"];
  if (given) {
    project.provide("postgresUrl", given);
    return undefined;
  }
  const server = await startPostgres();
  project.provide("postgresUrl", server.url);
  return () => server.stop();
};

export default setup;
