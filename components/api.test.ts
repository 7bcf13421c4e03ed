import { describe, expect, it } from "vitest";
import { errorFromResponse } from "./api";

const problem = {
  type: "about:blank",
  title: "Invalid request",
  status: 400,
  detail: "A password has at least 8 characters.",
  code: "invalid_request",
  request_id: "0199",
  errors: [{ path: "password", message: "A password has at least 8 characters." }],
};

describe("errorFromResponse", () => {
  it("carries what the problem says", async () => {
    const error = await errorFromResponse(Response.json(problem, { status: 400 }));
    expect(error).toMatchObject({
      status: 400,
      code: "invalid_request",
      message: problem.detail,
      detail: problem.detail,
      fields: problem.errors,
      requestId: "0199",
      retryAfter: undefined,
      problem,
    });
  });

  it("says when a repeat may succeed", async () => {
    const headers = { "Retry-After": "30" };
    const limited = { ...problem, status: 429, code: "rate_limited", errors: undefined };
    const error = await errorFromResponse(Response.json(limited, { status: 429, headers }));
    expect(error).toMatchObject({ code: "rate_limited", retryAfter: 30, fields: [] });
  });

  it.each(["<html>Bad gateway</html>", "", '"a string"', "null", '{"error":"unknown"}'])(
    "has a sentence of its own for an answer that is not ours: %s",
    async (body) => {
      const headers = { "X-Request-Id": "0200" };
      const error = await errorFromResponse(new Response(body, { status: 502, headers }));
      expect(error).toMatchObject({ status: 502, code: "internal", requestId: "0200", fields: [] });
      expect(error.message).toMatch(/^Something went wrong on the server\./);
      expect(error.message).not.toContain("gateway");
    },
  );
});
