/** The configured database in words, without its password. */
import { relative, resolve } from "node:path";
import type { Env } from "@/lib/env";

export const databaseName = ({
  POSTGRES_URL,
  DATA_DIR,
}: Pick<Env, "POSTGRES_URL" | "DATA_DIR">): string => {
  if (!POSTGRES_URL) {
    const folder = relative(process.cwd(), resolve(DATA_DIR)) || ".";
    return `embedded, in ${folder.startsWith("..") ? resolve(DATA_DIR) : folder}`;
  }
  const { host, pathname } = new URL(POSTGRES_URL);
  return `PostgreSQL, ${pathname.slice(1) || "default"} at ${host}`;
};
