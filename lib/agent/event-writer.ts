/**
 * Stores what this process's turns say, in one statement for all of them: one at a time, so that whatever is said
 * meanwhile goes with the next. One turn's words are stored at once; a hundred at a time cost hardly more.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/client";
import { isDatabaseUnavailable } from "@/db/failures";
import { appendEvents, type TurnFrame } from "@/lib/conversations/turn-events";
import { errorLines, log } from "@/lib/log";

/**
 * Statements that carry nothing but the rest of a sentence come one in each such step of the clock. The steps don't
 * drift, so that words that come evenly go on evenly.
 */
const STEP_MS = 10;
/** How long a database that is away is waited for, from the first failure on. */
const PATIENCE_MS = 5000;
const RETRY_MS = 250;

/** A run whose words are stored: `LiveTurn`. */
export type Speaker = {
  readonly id: string;
  readonly run: number;
  unsaved(): readonly TurnFrame[];
  saved(frames: readonly TurnFrame[]): void;
  cancel(): void;
  broken(reason: unknown): void;
};

const stepAt = (ms: number): number => Math.floor(ms / STEP_MS);

class EventWriter {
  readonly #db: Database;
  readonly #waiting = new Set<Speaker>();
  #writing: Promise<void> | null = null;
  /** The statement that is under way, or was. */
  #storing: Promise<void> | null = null;
  /** The step in which the last statement was sent. */
  #lastStep = 0;
  #isUrgent = false;
  #hurry: () => void = () => undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Has something to store; `isUrgent` when somebody waits for it. */
  add(speaker: Speaker, isUrgent: boolean): void {
    this.#waiting.add(speaker);
    if (isUrgent) {
      this.#isUrgent = true;
      this.#hurry();
    }
    this.#writing ??= this.#write();
  }

  /** Nothing is stored for it any more once this resolves. */
  async leave(speaker: Speaker): Promise<void> {
    this.#waiting.delete(speaker);
    await this.#storing;
  }

  async #write(): Promise<void> {
    while (this.#waiting.size > 0) {
      await this.#space();
      const speakers = [...this.#waiting];
      this.#waiting.clear();
      this.#isUrgent = false;
      this.#lastStep = stepAt(performance.now());
      this.#storing = this.#store(speakers);
      await this.#storing;
    }
    this.#writing = null;
  }

  async #space(): Promise<void> {
    const now = performance.now();
    if (this.#isUrgent || stepAt(now) > this.#lastStep) return;
    const hurried = new Promise<void>((resolve) => {
      this.#hurry = resolve;
    });
    await Promise.race([hurried, pause(Math.ceil((this.#lastStep + 1) * STEP_MS - now))]);
  }

  async #store(speakers: readonly Speaker[]): Promise<void> {
    const batches = speakers
      .map((speaker) => ({ speaker, frames: [...speaker.unsaved()] }))
      .filter(({ frames }) => frames.length > 0);
    if (batches.length === 0) return;
    try {
      const held = await this.#append(batches);
      for (const { speaker, frames } of batches) {
        const turn = held.get(speaker.id);
        if (turn) speaker.saved(frames);
        // Somebody wants it stopped, or it was closed and has no say any more.
        if (!turn || turn.cancelled) speaker.cancel();
      }
    } catch (error) {
      if (speakers.length > 1 && !isDatabaseUnavailable(error)) {
        // One turn's fault is not the others'.
        for (const speaker of speakers) await this.#store([speaker]);
        return;
      }
      for (const { speaker } of batches) speaker.broken(error);
    }
  }

  async #append(batches: readonly { speaker: Speaker; frames: readonly TurnFrame[] }[]) {
    const rows = batches.map(({ speaker: { id, run }, frames }) => ({ turnId: id, run, frames }));
    let failedAt: number | null = null;
    for (;;) {
      try {
        return await appendEvents(this.#db, rows);
      } catch (error) {
        failedAt ??= performance.now();
        const isOver = performance.now() - failedAt > PATIENCE_MS;
        if (isOver || !isDatabaseUnavailable(error)) throw error;
        log().warn({ turns: rows.length, ...errorLines(error) }, "events wait for the database");
        await pause(RETRY_MS);
      }
    }
  }
}

const globals = globalThis as typeof globalThis & {
  errandEventWriters?: WeakMap<Database, EventWriter>;
};

/** The one writer of this process for a database. */
export const writerOf = (db: Database): EventWriter => {
  const writers = (globals.errandEventWriters ??= new WeakMap<Database, EventWriter>());
  const existing = writers.get(db);
  if (existing) return existing;
  const writer = new EventWriter(db);
  writers.set(db, writer);
  return writer;
};
