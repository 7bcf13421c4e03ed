/**
 * What Errand does, told to whoever watches: metrics and traces are observers, registered at boot. A piece of work
 * knows its own facts as it goes; ids that belong to it stand in every log line that is written within it.
 * Facts are counts, names and ids: never a text of a person's.
 */
import { AsyncLocalStorage } from "node:async_hooks";

/** The kinds of work, and what is known of each; what is optional is known at the end. */
export type Facts = {
  http: { method: string; route: string; status?: number };
  turn: {
    turn_id: string;
    conversation_id: string;
    model: string;
    status?: string;
    first_token_ms?: number;
  };
  /** One round with the model. */
  model: {
    model: string;
    provider: "openai" | "offline";
    /** `completed`, a `ModelErrorKind`, `aborted` or `error`. */
    outcome?: string;
    finish_reason?: string;
    first_token_ms?: number;
    prompt_tokens?: number;
    cached_tokens?: number;
    completion_tokens?: number;
  };
  tool: { tool: string; status?: string };
};

export type Work = { [Kind in keyof Facts]: { kind: Kind; facts: Facts[Kind] } }[keyof Facts];

export type Watch = {
  /** For the log lines of this work. */
  ids?: Readonly<Record<string, string>>;
  /** Runs the work; what is begun in it belongs to it. */
  within?: <T>(run: () => T) => T;
  end: (ms: number, error: unknown) => void;
};

/** Is told of each piece of work when it begins. */
export type Observer = (work: Work) => Watch;

type Fields = Readonly<Record<string, string>>;

// Routes and `instrumentation.ts` get different copies of this module.
const globals = globalThis as typeof globalThis & {
  errandObservers?: Observer[];
  errandLogFields?: AsyncLocalStorage<Fields>;
};
const observers = (): Observer[] => (globals.errandObservers ??= []);
const current = () => (globals.errandLogFields ??= new AsyncLocalStorage<Fields>());

export const addObserver = (observer: Observer): void => void observers().push(observer);

/** The ids of the work that is going on here. */
export const logFields = (): Fields => current().getStore() ?? {};

/** Begins a piece of work whose end the caller tells, once: what comes after the first `end` is ignored. */
export const beginWork = <Kind extends keyof Facts>(
  kind: Kind,
  facts: Facts[Kind],
  ids: Fields = {},
) => {
  const begun = performance.now();
  const watches = observers().map((observe) => observe({ kind, facts } as Work));
  const fields = watches.reduce<Fields>((all, watch) => ({ ...all, ...watch.ids }), {
    ...logFields(),
    ...ids,
  });
  let over = false;
  return {
    facts,
    within: <T>(run: () => T): T =>
      watches.reduce<() => T>(
        (inner, { within }) => (within ? () => within(inner) : inner),
        () => current().run(fields, run),
      )(),
    end: (error?: unknown): void => {
      if (over) return;
      over = true;
      const ms = performance.now() - begun;
      for (const watch of watches) watch.end(ms, error);
    },
  };
};

/** Runs a piece of work from its beginning to its end; `run` adds to its facts. */
export const observe = async <Kind extends keyof Facts, T>(
  kind: Kind,
  facts: Facts[Kind],
  run: (facts: Facts[Kind]) => Promise<T>,
  ids?: Fields,
): Promise<T> => {
  const work = beginWork(kind, facts, ids);
  try {
    const result = await work.within(() => run(facts));
    work.end();
    return result;
  } catch (error) {
    work.end(error);
    throw error;
  }
};
