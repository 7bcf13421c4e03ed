/**
 * What a client of 2026-07-28 says of itself with each request. One of 2025-11-25 says it once, when it connects, and
 * without sessions that is forgotten.
 */
import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Actor } from "@/lib/context";

const NAME_MAX = 100;

const clientInfo = z.object({ name: z.string(), title: z.string().optional() });
const capabilities = z.object({ elicitation: z.record(z.string(), z.unknown()) });

const said = (mcp: ServerContext, key: string): unknown =>
  (mcp.mcpReq.envelope as Record<string, unknown> | undefined)?.[key];

/** Who acts: the client by the name that it gives itself, as one line. */
export const clientActor = (mcp: ServerContext): Actor => {
  const client = clientInfo.safeParse(said(mcp, CLIENT_INFO_META_KEY)).data;
  const name = (client?.title ?? client?.name ?? "").replace(/[\p{C}\s]+/gu, " ").trim();
  return { kind: "token", name: [...name].slice(0, NAME_MAX).join("") || "MCP client" };
};

/** Whether the client can put a question before the person. One that names no kind of question can ask this kind. */
export const canAsk = (mcp: ServerContext): boolean => {
  const client = capabilities.safeParse(said(mcp, CLIENT_CAPABILITIES_META_KEY)).data;
  return client !== undefined && ("form" in client.elicitation || !("url" in client.elicitation));
};
