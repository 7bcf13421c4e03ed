/**
 * What a tool is: one definition that the agent, REST, MCP and the command line share.
 * The registry is `task-tools.ts`; `run-tool.ts` parses, runs and records one call.
 */
import { z } from "zod";
import type { Context } from "@/lib/context";
import type { Change, Task } from "@/lib/tasks/schema";

export type ToolAnnotations = {
  /** Changes nothing. */
  readOnly: boolean;
  /** May remove something. */
  destructive: boolean;
  /** The same call again changes nothing more. */
  idempotent: boolean;
};

/** A failure that the model reads and can mend: never an exception. */
export type ToolFailure = {
  error: "invalid_arguments" | "unknown_tool" | "not_found" | "ambiguous" | "rejected" | "failed";
  message: string;
  /** The tasks that a title fits, for `ambiguous`. */
  candidates?: {
    task_id: number;
    title: string;
    due_on: string | null;
    due_time: string | null;
  }[];
  /** The task that was kept, for `rejected`. */
  task?: { task_id: number; title: string };
};

export type ToolOutcome<Output> =
  { ok: true; result: Output; changes: Change[] } | { ok: false; failure: ToolFailure };

/** A call that did what was asked, and the ledger rows it wrote; null where nothing had to change. */
export const succeeded = <const Output>(
  result: Output,
  ...changes: (Change | null)[]
): { ok: true; result: Output; changes: Change[] } => ({
  ok: true,
  result,
  changes: changes.filter((change) => change !== null),
});

/** A call that changed nothing, and why. */
export const failed = (failure: ToolFailure): { ok: false; failure: ToolFailure } => ({
  ok: false,
  failure,
});

export type Tool<Input extends z.ZodType, Output extends z.ZodType> = {
  /** snake_case; the name that models, MCP clients and receipts use. */
  name: string;
  /** For people: "Add task". */
  title: string;
  /** For models: what it does and when to call it. */
  description: string;
  input: Input;
  output: Output;
  annotations: ToolAnnotations;
  /** For a destructive tool: the tasks that the call would remove; empty when it would fail. */
  preview?(ctx: Context, input: z.output<Input>): Promise<Task[]>;
  /** Runs inside a transaction; `ctx.db` is that transaction. */
  run(ctx: Context, input: z.output<Input>): Promise<ToolOutcome<z.output<Output>>>;
};

/** A tool whose schemas are only known at run time. */
export type AnyTool = Omit<Tool<z.ZodType, z.ZodType>, "run" | "preview"> & {
  preview?(ctx: Context, input: never): Promise<Task[]>;
  run(ctx: Context, input: never): Promise<ToolOutcome<unknown>>;
};

/** Infers the schema types of a definition. */
export const defineTool = <Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> => tool;

type JsonSchema = Readonly<Record<string, unknown>>;

/** A conversion that is done once for each schema: every round of every turn shows the model all tools. */
const jsonSchemaOf = (io: "input" | "output"): ((schema: z.ZodType) => JsonSchema) => {
  const converted = new WeakMap<z.ZodType, JsonSchema>();
  return (schema) => {
    const known = converted.get(schema);
    if (known) return known;
    const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, { io });
    converted.set(schema, plain);
    return plain;
  };
};

const asInput = jsonSchemaOf("input");
const asOutput = jsonSchemaOf("output");

/** A tool's input as JSON Schema (2020-12), as function calling and MCP want it. */
export const inputJsonSchema = (tool: Pick<AnyTool, "input">): JsonSchema => asInput(tool.input);

/** A tool's result as JSON Schema (2020-12). */
export const outputJsonSchema = (tool: Pick<AnyTool, "output">): JsonSchema =>
  asOutput(tool.output);
