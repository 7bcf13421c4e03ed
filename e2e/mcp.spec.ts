/** MCP as a program meets it: the official client of both protocol versions, with a token of the settings, over HTTP. */
import {
  Client,
  type CallToolResult,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { signUpByApi } from "./people";
import { expect, test } from "./fixtures";

const VERSIONS = ["2025-11-25", "2026-07-28"] as const;
type Version = (typeof VERSIONS)[number];

/** A client that is pinned to one version, so that it can't fall back to the other. */
const connect = async (
  app: string,
  { token, version, asked }: { token: string; version: Version; asked: string[] },
): Promise<Client> => {
  const client = new Client(
    { name: "tester", version: "1" },
    {
      capabilities: { elicitation: {} },
      ...(version === "2026-07-28" ? { versionNegotiation: { mode: { pin: version } } } : {}),
    },
  );
  client.setRequestHandler("elicitation/create", (request) => {
    asked.push(request.params.message);
    return Promise.resolve({ action: "accept", content: {} });
  });
  await client.connect(
    new StreamableHTTPClientTransport(new URL("/api/mcp", app), {
      requestInit: { headers: { Authorization: `Bearer ${token}` } },
    }),
  );
  expect(client.getNegotiatedProtocolVersion()).toBe(version);
  return client;
};

for (const version of VERSIONS) {
  test(`a client of ${version} works on the list with a token`, async ({ app, request }) => {
    const email = `mcp.${version}.${crypto.randomUUID()}@example.com`;
    const session = await signUpByApi(request, { name: "Ada", email, password: "correct horse" });
    const made = await request.post("/api/tokens", {
      headers: { Authorization: `Bearer ${session}` },
      data: { name: "Editor", scope: "write" },
    });
    const { token } = (await made.json()) as { token: string };
    const asked: string[] = [];
    const client = await connect(app.url, { token, version, asked });
    const call = async (name: string, args: Record<string, unknown>) => {
      const { structuredContent, isError }: CallToolResult = await client.callTool({
        name,
        arguments: args,
      });
      return { ...Object(structuredContent), failed: isError ?? false } as Record<string, unknown>;
    };

    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain("add_task");
    for (const title of ["Pay rent", "Call Ann", "Buy milk"]) {
      expect(await call("add_task", { title })).toMatchObject({ status: "created", title });
    }
    expect(await call("list_tasks", {})).toMatchObject({ count: 3, failed: false });
    expect(await call("complete_task", { task_id: 9 })).toMatchObject({
      error: "not_found",
      failed: true,
    });

    expect(await call("delete_task", { task_id: 1 })).toMatchObject({ status: "deleted" });
    const second = await call("delete_task", { task_id: 2 });
    if (version === "2026-07-28") {
      expect(asked).toEqual(["Delete task 2 “Call Ann”?"]);
      expect(second).toMatchObject({ status: "deleted", task_id: 2 });
    } else {
      expect(second).toMatchObject({ error: "confirmation_required", failed: true });
      const { confirm } = second as unknown as { confirm: string };
      const yes = await call("delete_task", { task_id: 2, confirm });
      expect(yes).toMatchObject({ status: "deleted", task_id: 2 });
    }
    await client.close();

    const changes = await request.get("/api/changes", {
      headers: { Authorization: `Bearer ${session}` },
    });
    const { changes: ledger } = (await changes.json()) as { changes: { actor: object }[] };
    expect(ledger[0]?.actor).toEqual({ kind: "token", name: "Editor" });
  });
}

test("without a token it says how to bring one", async ({ request }) => {
  const answer = await request.post("/api/mcp", {
    data: { jsonrpc: "2.0", id: 1, method: "tools/list" },
  });
  expect(answer.status()).toBe(401);
  expect(answer.headers()["www-authenticate"]).toBe('Bearer realm="errand"');
});
