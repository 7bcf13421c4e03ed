/** What a long past costs: a turn in a conversation of 10,000 messages beside one of 50, a list of 10,000 beside ten. */
import { ask, bodyOf, send } from "./client";
import type { App, Lab } from "./lab";
import { analyze, type Person, seedConversation, seedConversations } from "./people";
import type { Plan } from "./plan";
import { type Figure, milliseconds } from "./report";
import { median, rotated } from "./statistics";

const SHORT = 50;
const LONG = 10_000;
/** Conversations of each length, so that the short ones stay short. */
const EACH = 5;

/** No waiting: the app's own time is all there is. */
const PLAN: Plan = { delayMs: 0, chunks: 5, everyMs: 0 };

type Turn = { ms: number; statements: number; requestBytes: number };

/** The statements of a turn that has ended; a few of them may come after its stream. */
const settledStatements = async (lab: Lab): Promise<number> => {
  let before = await lab.statements();
  for (;;) {
    const now = await lab.statements();
    if (now === before) return now;
    before = now;
  }
};

const playTurn = async (lab: Lab, person: Person, conversationId: string): Promise<Turn> => {
  const before = await settledStatements(lab);
  const { totalMs } = await ask(lab.app.turn(person, conversationId), PLAN);
  const statements = (await settledStatements(lab)) - before;
  return { ms: totalMs, statements, requestBytes: await lab.lastRequestBytes() };
};

export const measureLongConversation = async (lab: Lab, quick: boolean): Promise<Figure[]> => {
  const person = await lab.app.signUp();
  const pairs: Record<number, string>[] = [];
  for (let pair = 0; pair < EACH; pair++) {
    const short = await seedConversation(lab.db, person, SHORT);
    pairs.push({ [SHORT]: short, [LONG]: await seedConversation(lab.db, person, LONG) });
  }
  await analyze(lab.db);
  const played: Record<number, Turn[]> = { [SHORT]: [], [LONG]: [] };
  const [warmUps, rounds] = quick ? [20, 60] : [20, 200];
  for (let round = -warmUps; round < rounds; round++) {
    for (const length of rotated([SHORT, LONG], round + warmUps)) {
      const turn = await playTurn(lab, person, pairs[(round + warmUps) % EACH]?.[length] ?? "");
      if (round >= 0) played[length]?.push(turn);
    }
  }
  const of = (length: number, field: keyof Turn) =>
    (played[length] ?? []).map((turn) => turn[field]);
  const [long, short] = [median(of(LONG, "ms")), median(of(SHORT, "ms"))];
  const difference = (field: keyof Turn) =>
    Math.max(
      ...of(LONG, field).map((value, round) => Math.abs(value - (of(SHORT, field)[round] ?? NaN))),
    );
  return [
    {
      what: `a turn after ${LONG} messages over one after ${SHORT}`,
      measured: long / short,
      limit: 1.1,
      kind: "ratio",
      from: `${milliseconds(long)} over ${milliseconds(short)}; ${rounds} rounds`,
    },
    {
      what: "difference in SQL statements",
      measured: difference("statements"),
      limit: 0,
      kind: "count",
      from: `${median(of(LONG, "statements"))} and ${median(of(SHORT, "statements"))} statements`,
    },
    {
      what: "difference in the size of the request to the model, in bytes",
      measured: difference("requestBytes"),
      limit: 0,
      kind: "count",
      from: `${median(of(LONG, "requestBytes"))} and ${median(of(SHORT, "requestBytes"))} bytes`,
    },
  ];
};

const listMs = async (app: App, person: Person): Promise<number> => {
  const url = `${app.url}/api/conversations?limit=10`;
  const answered = await send({ url, body: null, headers: person.headers });
  bodyOf(answered);
  return answered.ended - answered.begun;
};

/** Ten rows are asked for, so that both answers are of one size. */
export const measureConversationList = async (lab: Lab, quick: boolean): Promise<Figure[]> => {
  const few = await lab.app.signUp();
  const many = await lab.app.signUp();
  await seedConversations(lab.db, few, 10);
  await seedConversations(lab.db, many, 10_000);
  await analyze(lab.db);
  const times = new Map<Person, number[]>([
    [few, []],
    [many, []],
  ]);
  const [warmUps, rounds] = quick ? [40, 150] : [80, 500];
  for (let round = -warmUps; round < rounds; round++) {
    for (const person of rotated([few, many], round + warmUps)) {
      const ms = await listMs(lab.app, person);
      if (round >= 0) times.get(person)?.push(ms);
    }
  }
  const [manyMs, fewMs] = [median(times.get(many) ?? []), median(times.get(few) ?? [])];
  return [
    {
      what: "the list of 10000 conversations over that of 10",
      measured: manyMs / fewMs,
      limit: 1.15,
      kind: "ratio",
      from: `${milliseconds(manyMs)} over ${milliseconds(fewMs)}; the first 10 of each, ${rounds} rounds`,
    },
  ];
};
