/**
 * A hundred streams at once, each by another person: whether all arrives, how evenly, and what it costs. They begin
 * within two seconds of each other; what it does to them when all begin in the same moment, which no crowd of people
 * does, is measured beside it.
 */
import { setTimeout as pause } from "node:timers/promises";
import { ask, type Heard, type Target } from "./client";
import type { Lab } from "./lab";
import { type Plan, wholeText } from "./plan";
import type { Server } from "./processes";
import { type Figure, milliseconds } from "./report";
import { median, percentile, rotated } from "./statistics";

const STREAMS = 100;
const EVERY_MS = 20;
/** From the first stream's beginning to the last one's. */
const SPREAD_MS = 2000;

type Round = { gapP99: number; firstP99: number; lost: number; cpuPerChunk: number };

type Way = { name: string; targets: Target[]; server?: Server };

const chunksIn = (text: string): number => text.split(". ").length - 1;

/** Chunks that did not arrive, or all of a stream where one is out of order. */
const lostIn = ({ text }: Heard, plan: Plan): number => {
  const whole = wholeText(plan);
  if (text === whole) return 0;
  return whole.startsWith(text) ? plan.chunks - chunksIn(text) : plan.chunks;
};

const playRound = async (
  { targets, server }: Way,
  plan: Plan,
  spreadMs: number,
): Promise<Round> => {
  const before = server?.cpuSeconds() ?? 0;
  const outcomes = await Promise.allSettled(
    targets.map(async (target, index) => {
      await pause((index * spreadMs) / targets.length);
      return ask(target, plan);
    }),
  );
  const cpu = (server?.cpuSeconds() ?? 0) - before;
  const heard = outcomes.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const broken = (targets.length - heard.length) * plan.chunks;
  return {
    gapP99: percentile(
      heard.flatMap(({ gapsMs }) => gapsMs),
      0.99,
    ),
    firstP99: percentile(
      heard.map(({ firstTextMs }) => firstTextMs),
      0.99,
    ),
    lost: broken + heard.reduce((sum, one) => sum + lostIn(one, plan), 0),
    cpuPerChunk: (cpu * 1e6) / (targets.length * plan.chunks),
  };
};

const firstP99 = (round: Round): number => round.firstP99;

export const measureStreams = async (lab: Lab, quick: boolean): Promise<Figure[]> => {
  const people = await Promise.all(Array.from({ length: STREAMS }, () => lab.app.signUp()));
  const same = (target: Target) => Array.from({ length: STREAMS }, () => target);
  const ways: Way[] = [
    { name: "direct", targets: same(lab.targets.direct) },
    { name: "app", targets: people.map((person) => lab.app.turn(person)), server: lab.app },
    { name: "bare", targets: same(lab.targets.bare), server: lab.bare },
  ];
  const plan: Plan = { delayMs: 50, chunks: quick ? 100 : 200, everyMs: EVERY_MS };
  const rounds = quick ? 3 : 5;
  const play = async (spreadMs: number) => {
    const played = new Map<string, Round[]>();
    for (let round = -1; round < rounds; round++) {
      for (const way of rotated(ways, round + 1)) {
        const one = await playRound(way, plan, spreadMs);
        if (round >= 0) played.set(way.name, [...(played.get(way.name) ?? []), one]);
      }
    }
    return played;
  };
  const played = await play(SPREAD_MS);
  const burst = await play(0);
  const middle = (name: string, of: (round: Round) => number, rounds = played) =>
    median((rounds.get(name) ?? []).map(of));
  const over = (
    what: string,
    limit: number,
    of: (round: Round) => number,
    unit: (value: number) => string,
    [one, other]: [string, string],
    rounds = played,
  ): Figure => {
    const shown = (name: string) => unit(middle(name, of, rounds));
    return {
      what,
      measured: middle(one, of, rounds) / middle(other, of, rounds),
      limit,
      kind: "ratio",
      from: `${shown(one)} over ${shown(other)}${other === "bare" ? "" : `; bare ${shown("bare")}`}`,
    };
  };
  const lost = [played, burst]
    .flatMap((rounds) => rounds.get("app") ?? [])
    .reduce((sum, round) => sum + round.lost, 0);
  const perSecond = 1000 / EVERY_MS;
  return [
    {
      what: `${STREAMS} streams at ${perSecond} chunks a second: chunks lost`,
      measured: lost,
      limit: 0,
      kind: "count",
      from: `of ${2 * STREAMS * plan.chunks * rounds} in ${2 * rounds} rounds`,
    },
    over("their gap p99, app over direct", 1.5, (round) => round.gapP99, milliseconds, [
      "app",
      "direct",
    ]),
    over("their time to first token p99, app over direct", 2.5, firstP99, milliseconds, [
      "app",
      "direct",
    ]),
    over(
      "their processor time per chunk, app over bare AI SDK route",
      0.45,
      (round) => round.cpuPerChunk,
      (value) => `${value.toFixed(0)} µs`,
      ["app", "bare"],
    ),
    over(
      "time to first token p99 when all begin in the same moment, app over bare AI SDK route",
      1,
      firstP99,
      milliseconds,
      ["app", "bare"],
      burst,
    ),
  ];
};
