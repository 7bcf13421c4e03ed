/**
 * A connection of `pg` that has PostgreSQL keep what it is often asked: a statement's text is parsed and planned once
 * for the connection, not each time, which is half of what a short one costs. Used by the pool in `client.ts`.
 *
 * Named statements belong to a session of the server, and a pooler in between may hand the next statement to another
 * session: then nothing is named. A pooler shows by its process id, which is not that of the server's own process.
 */
import { LRUCache } from "lru-cache";
import { Client, type QueryConfig } from "pg";

/** How often a text is sent before it is worth a name, as in PostgreSQL's JDBC driver. */
const PREPARE_THRESHOLD = 5;

/** The most that one connection names: the server keeps them until the connection ends. */
const MAX_NAMED = 100;

/** A statement with parameters that has no name yet. */
const isNameable = (config: unknown, values: unknown): config is QueryConfig => {
  if (typeof config !== "object" || config === null || "submit" in config) return false;
  const { text, name, values: own } = config as Partial<QueryConfig>;
  return typeof text === "string" && name === undefined && Array.isArray(values ?? own);
};

export class PreparingClient extends Client {
  /** How often each text was sent that has no name. */
  readonly #sent = new LRUCache<string, number>({ max: 500 });
  readonly #names = new Map<string, string>();
  #direct = false;

  override query = ((config: unknown, values: unknown, ...rest: unknown[]) => {
    const send = super.query.bind(this) as (...args: unknown[]) => unknown;
    const name =
      this.#direct && isNameable(config, values) ? this.#nameFor(config.text) : undefined;
    return send(
      name === undefined ? config : { ...(config as QueryConfig), name },
      values,
      ...rest,
    );
  }) as Client["query"];

  /** Begins to name statements if the server itself is at the other end; to be called once it is connected. */
  async lookForPooler(): Promise<void> {
    const { rows } = await this.query<{ pid: number }>("select pg_backend_pid() as pid");
    // The driver's types leave it out.
    const { processID } = this as unknown as { processID: number | null };
    this.#direct = rows[0]?.pid === processID;
  }

  #nameFor(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MAX_NAMED) return known;
    const times = (this.#sent.get(text) ?? 0) + 1;
    this.#sent.set(text, times);
    if (times < PREPARE_THRESHOLD) return undefined;
    const name = `errand_${String(this.#names.size + 1)}`;
    this.#sent.delete(text);
    this.#names.set(text, name);
    return name;
  }
}
