/** Calls operations by the ids that the app's document gives them, and keeps count of what was answered. */
import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import type { Person } from "./client";
import { type Answered, answeredBy, type Described, type describedAt } from "./described";

export type Sent = {
  id?: string;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
  token?: string | null;
};

type Api = Awaited<ReturnType<typeof describedAt>>;

/** Acts for `person`; `seen` gathers `operation status` of successes and `operation code` of refusals. */
export const callerOf = (request: APIRequestContext, api: Api, person: Person) => {
  const seen = new Set<string>();
  const byId = new Map(api.operations.map((operation) => [operation.operationId, operation]));

  const note = ({ operationId }: Described, { status, body }: Answered): void => {
    const code = status >= 400 ? (JSON.parse(body) as { code?: string }).code : undefined;
    seen.add(`${operationId} ${code ?? status}`);
  };

  const call = async (name: string, sent: Sent = {}): Promise<APIResponse> => {
    const operation = byId.get(name);
    if (!operation) throw new Error(`There is no operation ${name}.`);
    const token = sent.token === undefined ? person.token : sent.token;
    const path = operation.path.replace("{id}", sent.id ?? "");
    const answer = await request.fetch(`${path}${sent.query ?? ""}`, {
      method: operation.method,
      headers: {
        Accept: "application/json, text/event-stream;q=0.1",
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...sent.headers,
      },
      ...(sent.body === undefined ? {} : { data: sent.body }),
    });
    note(operation, await answeredBy(answer));
    return answer;
  };

  /** Succeeds, and gives the answer's body. */
  const run = async (name: string, sent: Sent = {}): Promise<Record<string, string>> => {
    const answer = await call(name, { headers: { Accept: "application/json" }, ...sent });
    expect([name, answer.status(), answer.ok() || (await answer.text())]).toEqual([
      name,
      answer.status(),
      true,
    ]);
    const { type, body } = await answeredBy(answer);
    return type === "application/json" ? (JSON.parse(body) as Record<string, string>) : {};
  };

  /** Is refused with this code. */
  const refused = async (code: string, name: string, sent: Sent): Promise<void> => {
    const answer = await call(name, sent);
    expect([name, code, await answer.json()]).toEqual([
      name,
      code,
      expect.objectContaining({ code }),
    ]);
  };

  return { seen, note, call, run, refused };
};

export type Caller = ReturnType<typeof callerOf>;
