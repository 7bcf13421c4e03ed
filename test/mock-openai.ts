/**
 * An OpenAI-compatible server for tests, on the loopback address: a thin layer over aimock, which knows the protocol
 * independently of our adapter. Unit tests queue replies; end-to-end runs start it as a process with the canned
 * rules below:
 *
 *     node --import tsx test/mock-openai.ts --port 4200
 *     OPENAI_API_KEY=test OPENAI_BASE_URL=http://127.0.0.1:4200/v1 npm start
 */
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { LLMock, type Fixture, type FixtureMatch } from "@copilotkit/aimock";

type Usage = { prompt: number; completion: number };

/** One reply of the server. */
export type MockReply =
  /** Streams `text` in pieces of `chunkSize` characters. */
  | { text: string; chunkSize?: number; finishReason?: string; usage?: Usage }
  /** Streams `text`, if any, then the calls, their arguments in pieces. */
  | { calls: MockCall[]; text?: string; chunkSize?: number; finishReason?: string; usage?: Usage }
  /** An HTTP error in OpenAI's form; `retryAfter` in seconds, sent with 429 only. */
  | { status: number; code?: string; type?: string; retryAfter?: number }
  /** Accepts the request and never answers, not even with headers. */
  | { silent: true }
  /** Streams `text` and then nothing more, with the connection left open. */
  | { stallAfter: string }
  /** Streams `text` and then breaks the connection. */
  | { cutAfter: string };

export type MockCall = { name: string; arguments: object | string; id?: string };

/** A request as it came, the values of secret headers left out. */
export type MockRequest = {
  path: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
};

export type MockOpenAI = {
  /** What goes into `OPENAI_BASE_URL`; ends in `/v1`. */
  readonly url: string;
  /** Queues replies: each serves one request, in this order. */
  script(...replies: MockReply[]): void;
  /** The chat requests so far, oldest first. */
  requests(): MockRequest[];
  stop(): Promise<void>;
};

/** Longer than any test waits; within what a timer takes. */
const FOR_EVER_MS = 2_000_000_000;

const usageOf = (usage: Usage) => ({
  prompt_tokens: usage.prompt,
  completion_tokens: usage.completion,
  total_tokens: usage.prompt + usage.completion,
});

type Overrides = { finishReason?: string; usage?: Usage };

const overridesOf = ({ finishReason, usage }: Overrides) => ({
  ...(finishReason !== undefined && { finishReason }),
  ...(usage && { usage: usageOf(usage) }),
});

/** Sends the role and the text in one piece each, then waits with the finish reason. */
const stalledAfter = (text: string): Omit<Fixture, "match"> => ({
  response: { content: text },
  chunkSize: text.length,
  recordedTimings: {
    ttftMs: 0,
    interChunkDelaysMs: [0, FOR_EVER_MS],
    totalDurationMs: FOR_EVER_MS,
  },
});

const fixtureOf = (match: FixtureMatch, reply: MockReply): Fixture => {
  if ("status" in reply) {
    const { status, code, type, retryAfter } = reply;
    const error = {
      message: "The server's own words.",
      ...(code && { code }),
      ...(type && { type }),
    };
    return { match, response: { status, error, ...(retryAfter !== undefined && { retryAfter }) } };
  }
  if ("silent" in reply) {
    return { match, response: { content: "Never said." }, latency: FOR_EVER_MS };
  }
  if ("stallAfter" in reply) return { match, ...stalledAfter(reply.stallAfter) };
  if ("cutAfter" in reply) {
    // A break at once would overtake the text: fetch drops what it has not handed out yet.
    return { match, ...stalledAfter(reply.cutAfter), disconnectAfterMs: 30 };
  }
  const chunkSize = reply.chunkSize ?? 8;
  if ("text" in reply && !("calls" in reply)) {
    return { match, response: { content: reply.text, ...overridesOf(reply) }, chunkSize };
  }
  const toolCalls = reply.calls.map(({ name, arguments: args, id }) => ({
    name,
    arguments: typeof args === "string" ? args : JSON.stringify(args),
    ...(id !== undefined && { id }),
  }));
  const response = {
    ...(reply.text !== undefined && { content: reply.text }),
    toolCalls,
    ...overridesOf(reply),
  };
  return { match, response, chunkSize };
};

/** What the page's end-to-end tests say, and what the model answers. The last rule takes everything else. */
const CANNED_RULES: { match: FixtureMatch; reply: MockReply }[] = [
  {
    match: { userMessage: /buy groceries/i, hasToolResult: false },
    reply: { calls: [{ name: "add_task", arguments: { title: "Buy groceries" } }] },
  },
  {
    match: { userMessage: /buy groceries/i, hasToolResult: true },
    reply: { text: "I added “Buy groceries” to your list." },
  },
  {
    match: { userMessage: /show me all/i, hasToolResult: false },
    reply: { calls: [{ name: "list_tasks", arguments: { status: "all" } }] },
  },
  {
    match: { userMessage: /show me all/i, hasToolResult: true },
    reply: { text: "Here are your tasks." },
  },
  {
    match: { userMessage: /finish the report/i, hasToolResult: false },
    reply: { calls: [{ name: "complete_task", arguments: { task_title: "report" } }] },
  },
  {
    match: { userMessage: /finish the report/i, hasToolResult: true },
    reply: { text: "Which report do you mean?" },
  },
  {
    match: { userMessage: /^#2$/, hasToolResult: false },
    reply: { calls: [{ name: "complete_task", arguments: { task_id: 2 } }] },
  },
  { match: { userMessage: /^#2$/, hasToolResult: true }, reply: { text: "That one is done." } },
  {
    match: { userMessage: /clean up/i, hasToolResult: false },
    reply: {
      calls: [1, 2].map((task_id) => ({ name: "delete_task", arguments: { task_id } })),
    },
  },
  { match: { userMessage: /clean up/i, hasToolResult: true }, reply: { text: "As you said." } },
  { match: { userMessage: /\bboast\b/i }, reply: { text: "I’ve added milk to your list." } },
  {
    match: { userMessage: /\bfail quota\b/i },
    reply: { status: 429, code: "insufficient_quota", type: "insufficient_quota" },
  },
  { match: { userMessage: /\bfail 401\b/i }, reply: { status: 401, code: "invalid_api_key" } },
  { match: { userMessage: /\bfail 404\b/i }, reply: { status: 404, code: "model_not_found" } },
  {
    match: { userMessage: /\bfail 429\b/i },
    reply: { status: 429, code: "rate_limit_exceeded", retryAfter: 0 },
  },
  { match: { userMessage: /\bfail 500\b/i }, reply: { status: 500, type: "server_error" } },
  { match: { userMessage: /\bstall\b/i }, reply: { stallAfter: "Let me think about" } },
  { match: { userMessage: /\bcut\b/i }, reply: { cutAfter: "I was just about to" } },
  { match: {}, reply: { text: "I can add, list, complete, change and delete tasks." } },
];

/** A fixture that serves one request. */
const once = (fixture: Fixture): Fixture => {
  let served = false;
  return {
    ...fixture,
    match: { ...fixture.match, predicate: () => !served },
    response: (request) => {
      served = true;
      return typeof fixture.response === "function" ? fixture.response(request) : fixture.response;
    },
  };
};

/** The body without the members that aimock adds, which begin with an underscore. */
const asSent = (body: object | null): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !name.startsWith("_")));

/**
 * Starts the server on `port`, or on a free one. With `canned`, it answers by the rules above; without, only what
 * is scripted, and 503 to anything else. With `apiKey`, it takes no other key.
 */
export const startMockOpenAI = async ({
  port = 0,
  canned = false,
  apiKey,
}: { port?: number; canned?: boolean; apiKey?: string } = {}): Promise<MockOpenAI> => {
  const auth = apiKey === undefined ? {} : { auth: { apiKeys: [apiKey] } };
  const mock = new LLMock({ port, host: "127.0.0.1", strict: true, ...auth });
  if (canned) for (const { match, reply } of CANNED_RULES) mock.addFixture(fixtureOf(match, reply));
  await mock.start();
  return {
    url: `${mock.url}/v1`,
    script(...replies) {
      for (const reply of replies) mock.addFixture(once(fixtureOf({ endpoint: "chat" }, reply)));
    },
    requests: () =>
      mock.getRequests().map(({ path, headers, body }) => ({ path, headers, body: asSent(body) })),
    stop: () => mock.stop(),
  };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { port: { type: "string", default: "4010" } } });
  const { url } = await startMockOpenAI({ port: Number(values.port), canned: true });
  process.stdout.write(`mock model at ${url}\n`);
}
