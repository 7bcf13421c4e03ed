/** Whether this instance works: for load balancers, container platforms and people. */
import { getDatabase, ping } from "@/db/client";
import { errorLines, log } from "@/lib/log";
import { describeModel } from "@/lib/model/choose";
import { version } from "@/package.json";

/** A database that takes longer than this to answer counts as disconnected. */
const DATABASE_PATIENCE_MS = 3000;

const databaseAnswers = async (): Promise<boolean> => {
  const asked = (async () => ping(await getDatabase()))();
  const patience = new Promise<never>((_, reject) => {
    const message = `No answer in ${DATABASE_PATIENCE_MS} ms.`;
    setTimeout(() => reject(new Error(message)), DATABASE_PATIENCE_MS).unref();
  });
  try {
    await Promise.race([asked, patience]);
    return true;
  } catch (error) {
    log().warn(errorLines(error), "health: the database doesn't answer");
    return false;
  }
};

export const healthReport = async () =>
  (await databaseAnswers())
    ? ({ status: "healthy", database: "connected", model: describeModel(), version } as const)
    : ({ status: "unhealthy", database: "disconnected" } as const);
