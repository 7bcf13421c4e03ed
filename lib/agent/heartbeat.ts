/**
 * Says once a second that this process's turns are alive, in one statement for all of them, and stops those that were
 * cancelled from another instance or whose conversation is gone. Beats only while a turn runs.
 */
import { getDatabase } from "@/db/client";
import { renewLeases } from "@/lib/conversations/turn-leases";
import { errorLines, log } from "@/lib/log";
import { liveTurns } from "./live-turn";

const HEARTBEAT_MS = 1000;

const globals = globalThis as typeof globalThis & { errandHeartbeat?: NodeJS.Timeout };

const beat = async (): Promise<void> => {
  const running = liveTurns();
  if (running.size === 0) {
    clearInterval(globals.errandHeartbeat);
    delete globals.errandHeartbeat;
    return;
  }
  try {
    const stop = await renewLeases(await getDatabase(), [...running.keys()], new Date());
    for (const id of stop) running.get(id)?.cancel();
  } catch (error) {
    // The next beat tries again; a lease outlives several.
    log().warn(errorLines(error), "heartbeat failed");
  }
};

/** Called when a turn begins; does nothing while the heart beats already. */
export const startHeartbeat = (): void => {
  globals.errandHeartbeat ??= setInterval(() => void beat(), HEARTBEAT_MS).unref();
};
