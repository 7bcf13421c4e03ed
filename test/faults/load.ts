/**
 * What people do while processes die: conversations of two or three messages, many at a time, each message told until
 * it has its outcome.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Person, Told } from "./client";

/** Conversations under way at a time; those whose process died wait for its lease to run out. */
const AT_ONCE = 24;
const APART_MS = 60;

export type Spoken = { message: string; stop: boolean; told: Told };

/** What was brought about, to hold the database against. */
export type Record = {
  spoken: Spoken[];
  /** What went wrong on the way, a sentence each. */
  faults: string[];
  /** Titles that must be there exactly once, and titles that must have come and gone exactly once. */
  kept: string[];
  dropped: string[];
};

class Load {
  readonly record: Record = { spoken: [], faults: [], kept: [], dropped: [] };
  readonly #underWay = new Set<Promise<void>>();
  #next = 1;

  constructor(private readonly people: readonly Person[]) {}

  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const conversation = this.#converse(this.#next).catch((error: unknown) => {
        this.record.faults.push(error instanceof Error ? error.message : String(error));
      });
      this.#next += 1;
      this.#underWay.add(conversation);
      void conversation.then(() => this.#underWay.delete(conversation));
      await pause(APART_MS);
      if (this.#underWay.size >= AT_ONCE) await Promise.race(this.#underWay);
    }
    await Promise.all(this.#underWay);
  }

  async #converse(number: number): Promise<void> {
    const person = this.people[number % this.people.length];
    if (!person) return;
    let conversation: string | null = null;
    const tell = async (message: string, stop = false) => {
      const told = await person.tell(message, conversation, stop);
      conversation = told.conversationId;
      this.record.spoken.push({ message, stop, told });
    };
    const { kept, dropped } = this.record;
    await tell(`pair ${number}`);
    if (number % 3 === 0) await tell(`talk ${number}`, true);
    if (number % 2 === 0) {
      await tell(`add ${number}`);
      kept.push(`Task ${number}`, `Task ${number} a`, `Task ${number} b`);
    } else {
      await tell(`drop ${number}`);
      dropped.push(`Task ${number} a`, `Task ${number} b`);
    }
  }
}

/** Begins conversations until `isOver`, and sees all of them to their end. */
export const load = async (people: readonly Person[], isOver: () => boolean): Promise<Record> => {
  const running = new Load(people);
  await running.run(isOver);
  return running.record;
};
