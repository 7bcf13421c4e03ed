import { expect, it } from "vitest";
import { createAccessToken } from "@/lib/users/access-tokens";
import { onEmbeddedDatabase } from "@/test/database";
import { ADDRESS, fetchMcp, someone } from "@/test/mcp";
import { routesUse } from "@/test/routes";

onEmbeddedDatabase("the door of MCP", (database) => {
  routesUse(database);

  const LIST = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const post = (
    token: string | null,
    { headers = {}, body = JSON.stringify(LIST), query = "" } = {},
  ): Promise<Response> =>
    fetchMcp(`${ADDRESS}${query}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json, text/event-stream",
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      body,
    });
  const problem = async (response: Response): Promise<[number, unknown]> => {
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    return [response.status, (await response.json()).code];
  };

  it("takes a bearer token in the header, and nothing else", async () => {
    const { token } = await someone(database());
    expect((await post(token)).status).toBe(200);
    for (const refused of [
      await post(null),
      await post("made-up"),
      await post(null, { query: `?token=${token}` }),
      await post(null, { query: `?access_token=${token}` }),
      await post(null, { headers: { Authorization: `Basic ${token}` } }),
      await post(null, { headers: { Cookie: `next-auth.session-token=${token}` } }),
    ]) {
      expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer /);
      expect(await problem(refused)).toEqual([401, "unauthenticated"]);
    }
  });

  it.each([
    ["localhost:3000", undefined, 200],
    ["LOCALHOST:3000", undefined, 200],
    ["127.0.0.1:3000", undefined, 200],
    ["[::1]:3000", undefined, 200],
    ["localhost:3000", "http://localhost:3000", 200],
    ["localhost", undefined, 403],
    ["localhost:3001", undefined, 403],
    ["evil.example:3000", undefined, 403],
    ["evil.example:3000", "http://evil.example:3000", 403],
    ["localhost:3000", "https://evil.example", 403],
    ["localhost:3000", "http://localhost:4000", 403],
    ["localhost:3000", "null", 403],
  ])("called as %s from %s answers %i", async (host, origin, status) => {
    const { token } = await someone(database());
    const response = await post(token, { headers: { host, ...(origin ? { origin } : {}) } });
    expect(response.status).toBe(status);
    if (status === 403) expect(await problem(response)).toEqual([403, "cross_origin"]);
  });

  it("refuses batches, other methods, other media types, broken JSON and large bodies", async () => {
    const { token } = await someone(database());
    const add = {
      ...LIST,
      method: "tools/call",
      params: { name: "add_task", arguments: { title: "x" } },
    };
    const batch = await post(token, { body: JSON.stringify([add, { ...add, id: 2 }]) });
    expect(await problem(batch)).toEqual([400, "invalid_request"]);
    expect(await problem(await post(token, { body: "{" }))).toEqual([400, "invalid_request"]);
    const text = await post(token, { headers: { "Content-Type": "text/plain" } });
    expect(await problem(text)).toEqual([415, "unsupported_media_type"]);
    const body = JSON.stringify({ ...LIST, params: { filler: "x".repeat(256 * 1024) } });
    expect(await problem(await post(token, { body }))).toEqual([413, "payload_too_large"]);
    for (const method of ["GET", "DELETE"]) {
      const headers = { Authorization: `Bearer ${token}` };
      const response = await fetchMcp(ADDRESS, { method, headers });
      expect(response.headers.get("allow")).toBe("POST");
      expect(await problem(response)).toEqual([405, "method_not_allowed"]);
    }
  });

  it("refuses a change to a token that may only read, and says so", async () => {
    const { ctx } = await someone(database());
    const { token } = await createAccessToken(ctx, { name: "Clock", scope: "read" });
    const params = { name: "add_task", arguments: { title: "x" } };
    const body = JSON.stringify({ ...LIST, method: "tools/call", params });
    const response = await post(token, { body });
    expect(response.headers.get("www-authenticate")).toContain('error="insufficient_scope"');
    expect(await problem(response)).toEqual([403, "insufficient_scope"]);
  });

  it("keeps answers out of caches", async () => {
    const { token } = await someone(database());
    expect((await post(token)).headers.get("cache-control")).toContain("no-store");
  });
});
