/**
 * `npm run tool [-- NAME [JSON] [--user EMAIL] [--yes]]`: one of the assistant's tools from a shell, through the same
 * registry, the same rules and the same ledger. Without a name, it lists the tools.
 */
import { parseArgs } from "node:util";
import type { Database } from "@/db/client";
import { type Context, withTransaction } from "@/lib/context";
import { countOwnDeletions } from "@/lib/tasks/changes";
import { callsThatWait } from "@/lib/tools/policy";
import { type ReadCall, readCall, rejectCall, runTool, type ToolRun } from "@/lib/tools/run-tool";
import { TASK_TOOLS } from "@/lib/tools/task-tools";
import { type AnyTool, inputJsonSchema } from "@/lib/tools/tool";
import { listAccounts } from "@/lib/users/accounts";
import { DEFAULT_TIME_ZONE, findUserByEmail, type User } from "@/lib/users/service";
import { type Command, EXIT, UsageError } from "./run";
import type { Terminal } from "./terminal";

const USAGE = `npm run tool -- NAME 'JSON' [--user EMAIL] [--yes]

  NAME          one of the tools below
  JSON          its arguments; - reads them from stdin, nothing means none
  --user EMAIL  whose list; may be left out while there is one account
  --yes         delete without asking

For example: npm run tool -- add_task '{"title":"Buy milk","due":"tomorrow at 6"}'`;

/** Deletions this close together count as many, as they do over MCP. */
const MANY_WITHIN_MS = 60_000;

type Property = { type?: string; enum?: string[]; anyOf?: Property[]; description?: string };

const typeOf = ({ type, enum: values, anyOf }: Property): string =>
  values?.join("|") ?? anyOf?.map(typeOf).join("|") ?? type ?? "any";

const describeTool = (tool: AnyTool): string => {
  const { properties = {}, required = [] } = inputJsonSchema(tool) as {
    properties?: Record<string, Property>;
    required?: string[];
  };
  const fields = Object.entries(properties).map(([name, property]) => {
    const needed = required.includes(name) ? ", required" : "";
    return `    ${name} (${typeOf(property)}${needed})  ${property.description ?? ""}`;
  });
  return [`${tool.name}  ${tool.description}`, ...fields].join("\n");
};

const help = (): string => [USAGE, ...TASK_TOOLS.map(describeTool)].join("\n\n");

const whose = async (db: Database, email: string | undefined): Promise<User> => {
  if (email !== undefined) {
    const user = await findUserByEmail(db, email.trim().toLowerCase());
    if (user) return user;
    throw new UsageError(`There is no account with the e-mail address ${email}.`);
  }
  const [only, ...others] = await listAccounts(db);
  if (!only) throw new UsageError("There is no account yet: npm run user -- create EMAIL");
  const user = others.length === 0 && (await findUserByEmail(db, only.email));
  if (user) return user;
  throw new UsageError("There are several accounts: say whose list it is with --user EMAIL.");
};

const contextOf = (db: Database, user: User): Context => ({
  userId: user.id,
  actor: { kind: "token", name: "Command line" },
  turnId: null,
  db,
  timeZone: user.timeZone ?? DEFAULT_TIME_ZONE,
  now: new Date(),
});

type Confirming = { user: User; yes: boolean; terminal: Terminal };

/** The call itself, or its refusal: a deletion that the person wants to be asked about is asked about here. */
const runConfirmed = async (
  ctx: Context,
  call: ReadCall,
  { user, yes, terminal }: Confirming,
): Promise<ToolRun> => {
  if ("failure" in call || !call.tool.preview || yes) return runTool(ctx, call);
  const since = new Date(ctx.now.getTime() - MANY_WITHIN_MS);
  const [waiting] = await withTransaction(ctx, async (ctx) =>
    callsThatWait(ctx, user.confirmDeletions, [call], await countOwnDeletions(ctx, since)),
  );
  const [task] = waiting?.tasks ?? [];
  if (!task) return runTool(ctx, call);
  if (!terminal.interactive) {
    throw new UsageError(
      `This would delete task ${task.id} “${task.title}”: say --yes if it should.`,
    );
  }
  const answer = await terminal.ask(`Delete task ${task.id} “${task.title}”? [y/N] `);
  if (!/^y(es)?$/i.test(answer.trim())) {
    return rejectCall(
      ctx,
      { tool: call.tool.name, arguments: call.arguments },
      async () => undefined,
    );
  }
  // Exactly the task that was shown, whatever a title would mean by now.
  return runTool(ctx, readCall(call.tool.name, JSON.stringify({ task_id: task.id })));
};

export const toolCommand: Command = async ({ args, database, terminal }) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      user: { type: "string" },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [name, given = "", ...rest] = positionals;
  if (name === undefined || values.help) {
    terminal.print(help());
    return EXIT.done;
  }
  if (rest.length > 0) {
    throw new UsageError(
      "The arguments are one JSON text: put it in quotes, or give - and pipe it.",
    );
  }
  const call = readCall(name, given === "-" ? await terminal.readAll() : given);
  if ("failure" in call) throw new UsageError(`${call.failure.message} See npm run tool.`);
  const db = await database();
  const user = await whose(db, values.user);
  const run = await runConfirmed(contextOf(db, user), call, { user, yes: values.yes, terminal });
  terminal.print(JSON.stringify(run.result, null, 2));
  return run.status === "completed" ? EXIT.done : EXIT.refused;
};
