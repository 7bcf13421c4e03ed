/** The doctor's whole examination: by a running server of itself, or by the command where none runs. */
import { z } from "zod";
import type { Connection } from "@/db/client";
import type { Env } from "@/lib/env";
import type { Model } from "@/lib/model/model";
import { version } from "@/package.json";
import { checkDatabase } from "./check-database";
import { checkModel } from "./check-model";
import { checkAddress, checkSecret } from "./check-settings";
import { type Examination, type Finding, failed, ok } from "./finding";

const REACH_TIMEOUT_MS = 5000;
/** With the model's own repeats. */
const MODEL_TIMEOUT_MS = 60_000;

const health = z.object({ status: z.string(), database: z.string() });

/** Whether Errand answers at its public address, from here. */
export const checkReach = async (url: string): Promise<Finding> => {
  const advice =
    "Check the proxy, the name's DNS entry and the certificate, and that NEXTAUTH_URL is right.";
  try {
    const response = await fetch(`${url}/api/health`, {
      signal: AbortSignal.timeout(REACH_TIMEOUT_MS),
    });
    const answer = health.safeParse(await response.json().catch(() => null));
    return answer.success
      ? ok("address", `Errand answers at ${url}.`)
      : failed("address", `Something else than Errand answers at ${url}.`, advice);
  } catch {
    return failed("address", `Nothing answers at ${url} from this machine.`, advice);
  }
};

export type Subject = {
  settings: Env;
  open: () => Promise<Pick<Connection, "db" | "kind">>;
  model: () => Promise<Model>;
  /** Whether a server is there to answer at its address. */
  serving: boolean;
  /** The folder of an embedded database that there isn't yet: it is not opened, which would make it. */
  databaseToCome?: string;
};

/** Looks at everything; what fails doesn't stop the rest. */
export const examine = async ({
  settings,
  open,
  model,
  serving,
  databaseToCome,
}: Subject): Promise<Examination> => {
  const address = checkAddress(settings);
  const [database, reach, assistant] = await Promise.all([
    databaseToCome === undefined
      ? checkDatabase(open)
      : [ok("database", `There is none yet: the first start makes it in ${databaseToCome}.`)],
    serving && address.status !== "failed" ? checkReach(settings.NEXTAUTH_URL) : undefined,
    checkModel(await model(), MODEL_TIMEOUT_MS),
  ]);
  return {
    version,
    pid: process.pid,
    findings: [
      ok("node", `Node ${process.versions.node}.`),
      checkSecret(settings),
      // One line for the address: the worse one.
      reach && (address.status === "ok" || reach.status === "failed") ? reach : address,
      ...database,
      assistant,
    ],
  };
};
