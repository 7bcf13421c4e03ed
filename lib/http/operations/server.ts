/** What the server says of itself, what it tells open pages, and the doors for programs: MCP and this document. */
import { z } from "zod";
import { userEvent } from "@/lib/events/schema";
import { EXAMPLE } from "./examples";
import { gives, numbered, operation } from "./operation";

/** What load balancers read; without a database nothing more is said. */
export const health = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("healthy"),
    database: z.literal("connected"),
    model: z.strictObject({ kind: z.enum(["openai", "offline"]), name: z.string() }),
    version: z.string(),
  }),
  z.strictObject({ status: z.literal("unhealthy"), database: z.literal("disconnected") }),
]);

/** A JSON-RPC message; what is in it, the protocol's own library judges. */
export const mcpMessage = z.looseObject(
  {
    jsonrpc: z.unknown().optional(),
    id: z.unknown().optional(),
    method: z.unknown().optional(),
    params: z.unknown().optional(),
  },
  { error: "Send one JSON-RPC message at a time: batches are not taken." },
);

const { TASK, CREATED } = EXAMPLE;

const MCP_ANSWER = {
  jsonrpc: "2.0",
  id: 2,
  result: {
    content: [{ type: "text", text: '{"task_id":4,"status":"created"}' }],
    structuredContent: { task_id: 4, status: "created" },
    isError: false,
  },
};

export const serverOperations = {
  events: operation({
    id: "listenToEvents",
    method: "GET",
    path: "/api/events",
    tag: "Events",
    summary: "Hear what changes",
    description:
      "Server-Sent Events of everything that changes for this person, from whatever source, from now on or after " +
      "`Last-Event-ID`. The stream stays open, with a comment every 15 seconds.",
    access: "read",
    headers: ["Last-Event-ID"],
    answers: {
      200: {
        description: "The stream.",
        events: numbered(userEvent, [{ type: "task.changed", ...CREATED }], 7),
      },
    },
  }),
  health: operation({
    id: "getHealth",
    method: "GET",
    path: "/api/health",
    tag: "Server",
    summary: "Is it up",
    description: "Also at `/health`.",
    access: "anyone",
    database: false,
    answers: {
      200: gives("It works.", health, {
        status: "healthy",
        database: "connected",
        model: { kind: "offline", name: "offline" },
        version: "0.1.0",
      }),
      503: gives("The database doesn't answer.", health, {
        status: "unhealthy",
        database: "disconnected",
      }),
    },
  }),
  openapi: operation({
    id: "getOpenApi",
    method: "GET",
    path: "/api/openapi.json",
    tag: "Server",
    summary: "This document",
    access: "anyone",
    database: false,
    answers: {
      200: gives("An OpenAPI 3.1 document.", z.looseObject({ openapi: z.string() }), {
        openapi: "3.1.1",
      }),
    },
  }),
  mcp: operation({
    id: "callMcp",
    method: "POST",
    path: "/api/mcp",
    tag: "MCP",
    summary: "Speak MCP",
    description:
      "The assistant's tools for MCP clients: Streamable HTTP without sessions, for the protocol versions 2025-11-25 " +
      "and 2026-07-28. Point a client at this address, with an access token; see docs/mcp.md. A `Host` that isn't this " +
      "server's or another site's `Origin` is refused.",
    access: "read",
    bearerOnly: true,
    body: mcpMessage,
    examples: {
      list: { jsonrpc: "2.0", id: 1, method: "tools/list" },
      call: {
        jsonrpc: "2.0",
        id: 2,
        method: "tools/call",
        params: { name: "add_task", arguments: { title: TASK.title, due: "on the 1st" } },
      },
    },
    answers: {
      200: {
        ...gives(
          "The answer to a request, as JSON or as a stream of one message.",
          mcpMessage,
          MCP_ANSWER,
        ),
        events: {
          types: [["message", mcpMessage]],
          numbered: false,
          example: [{ event: "message", data: MCP_ANSWER }],
        },
      },
      202: { description: "A notification was taken." },
    },
    errors: ["cross_origin", "insufficient_scope"],
  }),
};
