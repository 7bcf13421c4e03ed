/**
 * One turn at a time, through each of the ways in turn: how much the app adds to the model's own time, in itself
 * and beside the bare route.
 */
import { ask, type Heard } from "./client";
import type { Lab } from "./lab";
import type { Plan } from "./plan";
import { type Figure, milliseconds } from "./report";
import { median, rotated } from "./statistics";

const PLAN: Plan = { delayMs: 50, chunks: 20, everyMs: 5 };

export const measureFirstToken = async (lab: Lab, quick: boolean): Promise<Figure[]> => {
  const person = await lab.app.signUp();
  const app = lab.app.turn(person);
  const { direct, bare, passedOn } = lab.targets;
  const heard = new Map<string, Heard[]>();
  const [warmUps, rounds] = quick ? [20, 30] : [40, 120];
  for (let round = -warmUps; round < rounds; round++) {
    for (const target of rotated([direct, app, bare, passedOn], round + warmUps)) {
      const one = await ask(target, PLAN);
      if (round >= 0) heard.set(target.name, [...(heard.get(target.name) ?? []), one]);
    }
  }
  const middle = (name: string, of: (heard: Heard) => number) =>
    median((heard.get(name) ?? []).map(of));
  const first = (name: string) => middle(name, ({ firstTextMs }) => firstTextMs);
  const total = (name: string) => middle(name, ({ totalMs }) => totalMs);
  const added = (of: (name: string) => number, what: string): Figure => {
    const [ours, theirs] = [of("app") - of("direct"), of("bare") - of("direct")];
    return {
      what,
      measured: ours / theirs,
      limit: 1,
      kind: "ratio",
      from: `${milliseconds(ours)} over ${milliseconds(theirs)}`,
    };
  };
  return [
    {
      what: "time to first token, app over direct",
      measured: first("app") / first("direct"),
      limit: 1.08,
      kind: "ratio",
      from: `${milliseconds(first("app"))} over ${milliseconds(first("direct"))}; bare ${milliseconds(first("bare"))}; ${rounds} rounds`,
    },
    {
      what: "time to first token, a route that only passes on over direct",
      measured: first("passed on") / first("direct"),
      limit: null,
      kind: "ratio",
      from: `${milliseconds(first("passed on"))} over ${milliseconds(first("direct"))}`,
    },
    added(first, "time added to the first token, app over bare AI SDK route"),
    added(total, "time added to the end, app over bare AI SDK route"),
  ];
};
