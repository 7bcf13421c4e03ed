/**
 * Boot: the environment checked, the database opened and migrated, turns of a dead process closed. Called by
 * `instrumentation.ts`. What is wrong is said in a sentence, and the process ends.
 */
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { resolve } from "node:path";
import { type Connection, type Database, getConnection } from "@/db/client";
import { isDatabaseUnavailable } from "@/db/failures";
import { FolderLockedError } from "@/db/lock";
import { endTurnsWhenStopping } from "./agent/shutdown";
import { sealInterrupted } from "./conversations/seal-turn";
import { forgetOldTurnEvents } from "./conversations/turn-events";
import { LEASE_MS } from "./conversations/turn-leases";
import { env, EnvironmentError } from "./env";
import { forgetOldEvents } from "./events/listen";
import { markDirect } from "./http/direct";
import { errorLines, log } from "./log";
import { metricsObserver } from "./observability/metrics";
import { addObserver } from "./observe";
import { warmUp } from "./model/choose";
import { openDoor } from "./operator/door";
import { stopping } from "./stopping";
import { forgetExpiredSessions } from "./users/sessions";

const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];

/**
 * Before Next sees a request: marks one that comes straight from this machine and, without `TRUST_PROXY`, drops what a
 * client says about where it comes from; Next then writes the socket's own address.
 */
const watchRequests = (trustProxy: boolean): void => {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    markDirect(request);
    if (trustProxy) return;
    for (const name of FORWARDED) delete request.headers[name];
  });
};

/** Loaded only here, for most installations have nobody to send traces to. */
const traceWork = async (): Promise<void> => {
  const { startTracing } = await import("./observability/tracing");
  const { observer, flush } = startTracing();
  addObserver(observer);
  stopping().addEventListener("abort", () => {
    flush().catch((error: unknown) => log().warn(errorLines(error), "traces could not be sent"));
  });
};

const HOUR_MS = 60 * 60 * 1000;

/** Old events and expired sessions go at the start and then every hour; an hour without a database is made up for by the next. */
const forgetOld = (db: Database): void => {
  const forget = () => {
    const now = new Date();
    Promise.all([
      forgetOldEvents(db, now),
      forgetOldTurnEvents(db, now),
      forgetExpiredSessions(db, now),
    ]).catch((error: unknown) => log().warn(errorLines(error), "old rows could not be removed"));
  };
  forget();
  setInterval(forget, HOUR_MS).unref();
};

const seal = async (db: Database, all: boolean): Promise<void> => {
  const sealed = await sealInterrupted(db, { now: new Date(), all });
  if (sealed > 0) {
    log().warn({ turns: sealed }, "closed turns that an earlier process left running");
  }
};

const recover = async ({ db, kind }: Connection): Promise<void> => {
  await seal(db, kind === "embedded");
  forgetOld(db);
  if (kind === "embedded") return;
  // What died just now is known by then; nobody may be there to meet it.
  setTimeout(() => {
    seal(db, false).catch((error: unknown) => {
      log().warn(errorLines(error), "dead turns could not be closed");
    });
  }, LEASE_MS + 1000).unref();
};

/** Ends the process with what is to be done about it. */
const refuse = (sentence: string): never => {
  process.stderr.write(`\nErrand can't start.\n${sentence}\n\n`);
  process.exit(1);
};

export const boot = async (): Promise<void> => {
  try {
    watchRequests(env().TRUST_PROXY);
    addObserver(metricsObserver);
    if (env().OTEL_EXPORTER_OTLP_ENDPOINT !== undefined) await traceWork();
    endTurnsWhenStopping();
    await recover(await getConnection());
  } catch (error) {
    if (error instanceof EnvironmentError || error instanceof FolderLockedError) {
      refuse(error.message);
    }
    // Thrown from here, Next would print it and serve nothing but errors.
    if (!isDatabaseUnavailable(error)) {
      log().fatal(errorLines(error), "couldn't start");
      refuse("Its database could not be prepared. The line above says more.");
    }
    // A server that is away may come back: each request tries anew, and says so meanwhile.
    log().error(errorLines(error), "the database can't be reached yet");
  }
  await openDoor(resolve(env().DATA_DIR));
  // Not waited for: it is of use to whoever comes a second later, and does whoever comes sooner no harm.
  warmUp().catch((error: unknown) => log().warn(errorLines(error), "could not warm up"));
};
