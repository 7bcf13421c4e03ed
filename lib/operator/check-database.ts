/** The doctor on the database: whether it answers, how far its migrations are, and its clock. Changes nothing. */
import type { Connection, Database } from "@/db/client";
import { isDatabaseUnavailable } from "@/db/failures";
import { clockDifference, migrationState } from "@/db/inspect";
import { FolderLockedError } from "@/db/lock";
import { type Finding, failed, failedAs, ok, warning } from "./finding";

/** Leases of turns are renewed every few seconds and end after 20. */
const CLOCK_WARNING_MS = 2000;
const CLOCK_FAILURE_MS = 10_000;

const checkMigrations = async (db: Database, answered: string): Promise<Finding> => {
  const state = await migrationState(db);
  if (state === "none")
    return ok("database", `${answered} It is empty: the next start prepares it.`);
  if (state === "newer") {
    return failed(
      "database",
      "The database was migrated by a newer Errand than this one.",
      "Update this one, or restore a backup of before.",
    );
  }
  if (state === "current") return ok("database", `${answered} It is up to date.`);
  return warning(
    "database",
    `${answered} ${state.pending} ${state.pending === 1 ? "migration waits" : "migrations wait"}.`,
    "Make a backup; the next start of Errand applies them.",
  );
};

const checkClock = async (db: Database): Promise<Finding> => {
  const difference = await clockDifference(db);
  const seconds = `${(Math.abs(difference) / 1000).toFixed(1)} s`;
  const found = `The database's clock is ${seconds} ${difference > 0 ? "ahead of" : "behind"} this machine's.`;
  const advice = "Let both machines set their clocks by NTP: timedatectl set-ntp true";
  if (Math.abs(difference) >= CLOCK_FAILURE_MS) return failed("clock", found, advice);
  if (Math.abs(difference) >= CLOCK_WARNING_MS) return warning("clock", found, advice);
  return ok("clock", "This machine and the database agree on the time.");
};

/** SQLSTATEs of a refused connection. */
const REFUSALS: Record<string, [found: string, advice: string]> = {
  "28P01": ["The database refused the password.", "Check user and password in POSTGRES_URL."],
  "28000": [
    "The database refused this user or this machine.",
    "Check the user in POSTGRES_URL, the server's pg_hba.conf, and whether it wants ?sslmode=require.",
  ],
  "3D000": [
    "The server has no such database.",
    "Create it (createdb), or correct the name at the end of POSTGRES_URL.",
  ],
  "42501": ["This user may not do that in the database.", "Make it the database's owner."],
};

const codeOf = (error: unknown): string => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && at.code in REFUSALS) return at.code;
  }
  return "";
};

const refusalOf = (error: unknown): Finding => {
  if (error instanceof FolderLockedError) return failedAs("database", error.message);
  const refusal = REFUSALS[codeOf(error)];
  if (refusal) return failed("database", ...refusal);
  if (isDatabaseUnavailable(error)) {
    return failed(
      "database",
      "The database can't be reached.",
      "Check host and port in POSTGRES_URL, that the server runs, and that no firewall is between.",
    );
  }
  return failed(
    "database",
    "The database can't be opened.",
    "If it is embedded, put a backup back into another DATA_DIR; Errand's log says more at the next start.",
  );
};

/** Everything about the database that `open` gives. */
export const checkDatabase = async (
  open: () => Promise<Pick<Connection, "db" | "kind">>,
): Promise<Finding[]> => {
  try {
    const begun = performance.now();
    const { db, kind } = await open();
    const state = await checkMigrations(
      db,
      `The database answers (${Math.round(performance.now() - begun)} ms to open).`,
    );
    return kind === "embedded" ? [state] : [state, await checkClock(db)];
  } catch (error) {
    return [refusalOf(error)];
  }
};
