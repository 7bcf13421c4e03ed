/** The registry's tools in MCP's terms. */
import { fromJsonSchema, type jsonSchemaValidator } from "@modelcontextprotocol/server";
import { z } from "zod";
import { findTool, TASK_TOOLS } from "@/lib/tools/task-tools";
import { type AnyTool, inputJsonSchema, outputJsonSchema } from "@/lib/tools/tool";
import { CONFIRM } from "./approval";

/** `readCall` checks arguments, for every door alike, and says what is wrong with them in words for a model. */
const UNCHECKED: jsonSchemaValidator = {
  getValidator: () => (data) => ({ valid: true, data: data as never, errorMessage: undefined }),
};

const CONFIRM_SCHEMA = {
  type: "string",
  description:
    "Only where an earlier answer to the same call asked for it, and the person has said yes since: its text.",
};

const inputOf = (tool: AnyTool): Record<string, unknown> => {
  const schema = inputJsonSchema(tool);
  if (!tool.preview) return schema;
  return { ...schema, properties: { ...Object(schema["properties"]), [CONFIRM]: CONFIRM_SCHEMA } };
};

/** Every tool of the registry, as `registerTool` takes it. */
export const DEFINITIONS = TASK_TOOLS.map((tool) => ({
  tool,
  config: {
    title: tool.title,
    description: tool.description,
    inputSchema: fromJsonSchema<Record<string, unknown>>(inputOf(tool), UNCHECKED),
    outputSchema: fromJsonSchema(outputJsonSchema(tool), UNCHECKED),
    annotations: {
      readOnlyHint: tool.annotations.readOnly,
      destructiveHint: tool.annotations.destructive,
      idempotentHint: tool.annotations.idempotent,
      openWorldHint: false,
    },
  },
}));

const toolCall = z.object({
  method: z.literal("tools/call"),
  params: z.object({ name: z.string() }),
});

/** Whether a request calls a tool that changes something. */
export const wouldChange = (body: unknown): boolean => {
  const name = toolCall.safeParse(body).data?.params.name;
  return name !== undefined && findTool(name)?.annotations.readOnly !== true;
};
