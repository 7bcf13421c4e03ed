/**
 * A client that never gives up, for the fault suite: it sends a message under one key until a server has taken it,
 * follows the turn from where the stream broke, decides and retries, on whichever instance answers. It holds every
 * event against what it has seen before: the same number must be the same bytes, and no number may be left out.
 */
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

const AGAIN_MS = 150;
/** A lease, a restart on a slow machine, and room: how long anything may take once nothing is killed any more. */
const STUCK_MS = 120_000;

const turnAnswer = z.object({
  status: z.enum([
    "running",
    "awaiting_approval",
    "completed",
    "failed",
    "cancelled",
    "interrupted",
  ]),
});
type Status = z.infer<typeof turnAnswer>["status"];

/** What a client saw that it must never see. */
export class Wrong extends Error {}

export type Told = {
  conversationId: string;
  turnId: string;
  status: Status;
  /** The turn's events as they came, the first at 0. */
  frames: readonly string[];
};

/** When the killing ended; null while it goes on, and whoever is killed often enough gets nowhere. */
export type Calm = { since: number | null };

const oneOf = (urls: readonly string[]): string =>
  urls[Math.floor(Math.random() * urls.length)] ?? "";

/** One message's way to its outcome. */
class Telling {
  readonly #frames: string[] = [];
  #turnId: string | null = null;
  #conversationId = "";

  constructor(
    private readonly urls: readonly string[],
    private readonly token: string,
    private readonly message: string,
    private readonly calm: Calm,
  ) {}

  /** Sends the request; undefined where nobody answered it, or not yet. */
  async #ask(method: string, path: string, init: RequestInit = {}): Promise<Response | undefined> {
    const { since } = this.calm;
    if (since !== null && performance.now() - since > STUCK_MS) {
      throw new Wrong(`${this.message}: stuck`);
    }
    try {
      const headers = {
        Authorization: `Bearer ${this.token}`,
        Accept: "text/event-stream",
        ...init.headers,
      };
      const signal = AbortSignal.timeout(STUCK_MS);
      const url = `${oneOf(this.urls)}${path}`;
      const answered = await fetch(url, { ...init, method, headers, signal });
      if (answered.status < 500) return answered;
      await answered.body?.cancel();
    } catch {
      // Refused or reset: a server that is gone, or is going.
    }
    await pause(AGAIN_MS);
    return undefined;
  }

  /** Keeps an event; whether it is a new one after which a person has to decide. */
  #take(block: string): boolean {
    const [id, event, data = ""] = block.split("\n");
    const number = Number(id?.slice("id: ".length));
    const seen = this.#frames[number - 1];
    if (seen === undefined && number === this.#frames.length + 1) this.#frames.push(block);
    else if (seen === undefined) throw new Wrong(`${this.message}: ${number} left a gap`);
    else if (seen !== block)
      throw new Wrong(`${this.message}: ${number} was "${seen}", now "${block}"`);
    if (event === "event: turn.started") {
      const started = JSON.parse(data.slice("data: ".length)) as Record<string, string>;
      this.#turnId = started["turn_id"] ?? null;
      this.#conversationId = started["conversation_id"] ?? "";
    }
    return seen === undefined && event === "event: approval.required";
  }

  /** Reads events until the stream ends or breaks, or the turn comes to wait. */
  async #read({ body }: Response): Promise<void> {
    if (!body) return;
    let rest = "";
    try {
      for await (const text of body.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + text).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) if (!block.startsWith(":") && this.#take(block)) return;
      }
    } catch (error) {
      if (error instanceof Wrong) throw error;
    }
  }

  async #readWhole(answered: Response): Promise<void> {
    if (answered.status !== 200) throw new Wrong(`${this.message}: events are ${answered.status}`);
    await this.#read(answered);
  }

  async #send(conversationId: string | null): Promise<void> {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
    const body = JSON.stringify({ message: this.message, conversation_id: conversationId });
    while (this.#turnId === null) {
      const answered = await this.#ask("POST", "/api/chat", { headers, body });
      if (!answered) continue;
      if (answered.status !== 200) {
        throw new Wrong(`${this.message}: ${answered.status} ${await answered.text()}`);
      }
      await this.#read(answered);
    }
  }

  async #status(): Promise<Status | undefined> {
    const answered = await this.#ask("GET", `/api/turns/${this.#turnId}`);
    if (!answered) return undefined;
    if (answered.status !== 200) throw new Wrong(`${this.message}: its turn is lost`);
    return answered.json().then(
      (json) => turnAnswer.parse(json).status,
      () => undefined,
    );
  }

  /** Follows the turn from where the client was. */
  async #follow(): Promise<void> {
    const last = String(this.#frames.length);
    const headers = { "Last-Event-ID": last };
    const answered = await this.#ask("GET", `/api/turns/${this.#turnId}/events`, { headers });
    if (answered) await this.#readWhole(answered);
  }

  /**
   * Asks for the turn to go on. What another attempt has already brought about is refused, and that is well. The
   * answer goes on after the last stored event; those that were cut off before it are followed instead.
   */
  async #goOn(verb: "approval" | "retry"): Promise<void> {
    const answered = await this.#ask("POST", `/api/turns/${this.#turnId}/${verb}`, {
      headers: { "Content-Type": "application/json" },
      body: verb === "approval" ? '{"decision":"approve"}' : "{}",
    });
    await answered?.body?.cancel();
  }

  async #cancel(): Promise<void> {
    const answered = await this.#ask("POST", `/api/turns/${this.#turnId}/cancel`);
    await answered?.body?.cancel();
  }

  /** Tells the message, and sees to it that its turn has its outcome. */
  async outcome(conversationId: string | null, { stop }: { stop: boolean }): Promise<Told> {
    // Somebody who wants it stopped does not wait for its end.
    const sent = this.#send(conversationId);
    if (!stop) await sent;
    else while (this.#turnId === null) await Promise.race([sent, pause(AGAIN_MS)]);
    for (;;) {
      const status = await this.#status();
      if (status === "running") await (stop ? this.#cancel() : this.#follow());
      else if (status === "awaiting_approval") await this.#goOn("approval");
      else if ((status === "failed" || status === "interrupted") && !stop)
        await this.#goOn("retry");
      else if (status !== undefined) return this.#told(status, sent);
    }
  }

  async #told(status: Status, sent: Promise<void>): Promise<Told> {
    await sent;
    await this.#readAgain();
    return {
      conversationId: this.#conversationId,
      turnId: this.#turnId ?? "",
      status,
      frames: this.#frames,
    };
  }

  /** The whole stream once more, from its first event: `#take` finds what is another than it was. */
  async #readAgain(): Promise<void> {
    for (;;) {
      const from = this.#frames.length;
      const answered = await this.#ask("GET", `/api/turns/${this.#turnId}/events`);
      if (answered) await this.#readWhole(answered);
      const last = this.#frames.at(-1)?.split("\n")[1];
      const isWhole = from === this.#frames.length && answered !== undefined;
      if (isWhole && /turn\.(completed|cancelled|failed)$/.test(last ?? "")) return;
    }
  }
}

export type Person = { tell(message: string, to: string | null, stop?: boolean): Promise<Told> };

/** A new account, used at any of `urls`. */
export const newPerson = async (
  urls: readonly string[],
  name: string,
  calm: Calm,
): Promise<Person> => {
  const answered = await fetch(`${urls[0] ?? ""}/api/auth/signup`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email: `${name}@example.com`, password: "correct horse battery", name }),
  });
  if (answered.status !== 201) throw new Error(`No account: ${await answered.text()}`);
  const { token } = z.object({ token: z.string() }).parse(await answered.json());
  return {
    tell: (message, to, stop = false) =>
      new Telling(urls, token, message, calm).outcome(to, { stop }),
  };
};
