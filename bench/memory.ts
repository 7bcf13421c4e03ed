/**
 * Resident memory over thousands of turns, in a process of the app of its own, begun for this. V8 tidies up and gives
 * memory back some half a minute after there was work, so the figure is the least that was seen while nothing happened
 * for a while.
 */
import { setTimeout as pause } from "node:timers/promises";
import { ask } from "./client";
import type { App, Lab } from "./lab";
import type { Person } from "./people";
import type { Plan } from "./plan";
import type { Figure } from "./report";

const PLAN: Plan = { delayMs: 0, chunks: 20, everyMs: 0 };
const PEOPLE = 10;
const SETTLE_MS = 75_000;
const LOOK_MS = 250;

const settledMiB = async (app: App): Promise<number> => {
  let least = Infinity;
  for (let waited = 0; waited < SETTLE_MS; waited += LOOK_MS) {
    await pause(LOOK_MS);
    least = Math.min(least, app.residentMiB());
  }
  return least;
};

/** Each person one turn after the other, each in a new conversation, as all people do at the same time. */
const playTurns = async (app: App, people: Person[], count: number): Promise<void> => {
  const each = count / people.length;
  await Promise.all(
    people.map(async (person) => {
      for (let turn = 0; turn < each; turn++) await ask(app.turn(person), PLAN);
    }),
  );
};

export const measureMemory = async (lab: Lab, quick: boolean): Promise<Figure[]> => {
  const [few, many] = quick ? [100, 1000] : [500, 5000];
  const app = await lab.startApp();
  try {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => app.signUp()));
    await playTurns(app, people, few);
    const before = await settledMiB(app);
    await playTurns(app, people, many - few);
    const after = await settledMiB(app);
    return [
      {
        what: `resident memory after ${many} turns over after ${few}`,
        measured: after / before,
        limit: 1.1,
        kind: "ratio",
        from: `${after.toFixed(0)} MiB over ${before.toFixed(0)} MiB`,
      },
    ];
  } finally {
    await app.stop();
  }
};
