/**
 * Says twice a second that this process's turns are alive, in one statement for all of them, and stops those that were
 * cancelled from another instance or whose conversation is gone. Beats only while a turn runs.
 */
import type { Database } from "@/db/client";
import { renewLeases } from "@/lib/conversations/turn-leases";
import { errorLines, log } from "@/lib/log";
import { liveTurns } from "./live-turn";

/** Half of what a stop from another instance may take. */
const HEARTBEAT_MS = 500;

const globals = globalThis as typeof globalThis & {
  errandHeartbeats?: Map<Database, NodeJS.Timeout>;
};
const heartbeats = () => (globals.errandHeartbeats ??= new Map<Database, NodeJS.Timeout>());

const beat = async (db: Database): Promise<void> => {
  const running = [...liveTurns().values()].filter((live) => live.db === db);
  if (running.length === 0) {
    clearInterval(heartbeats().get(db));
    heartbeats().delete(db);
    return;
  }
  try {
    for (const live of await renewLeases(db, running, new Date())) live.cancel();
  } catch (error) {
    // The next beat tries again; a lease outlives several.
    log().warn(errorLines(error), "heartbeat failed");
  }
};

/** Called when a turn begins; does nothing while the heart beats already for that database. */
export const startHeartbeat = (db: Database): void => {
  if (heartbeats().has(db)) return;
  heartbeats().set(db, setInterval(() => void beat(db), HEARTBEAT_MS).unref());
};
