/**
 * `npm run doctor [-- --json]`: looks at settings, secret, address, database, clock and model, says what is wrong and
 * what to do about it, and ends with 1 when something fails. While Errand runs it is that server that looks, with the
 * environment that it has; else the command looks itself, and changes nothing.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { type Connection, connect } from "@/db/client";
import { env, EnvironmentError, type Env } from "@/lib/env";
import { configuredModel } from "@/lib/model/choose";
import { askServer } from "@/lib/operator/ask";
import { examine } from "@/lib/operator/examine";
import {
  type Examination,
  examination,
  failed,
  failedAs,
  type Finding,
  ok,
} from "@/lib/operator/finding";
import { version } from "@/package.json";
import { portFault } from "../boot/port";
import { type Command, EXIT, UsageError } from "./run";

const MARKS: Record<Finding["status"], string> = { ok: "✓", warning: "!", failed: "✗" };

const written = ({ check, status, found, advice }: Finding): string => {
  const lines = [`${MARKS[status]} ${check.padEnd(9)} ${found}`];
  if (advice) lines.push(`${" ".repeat(12)}→ ${advice}`);
  return lines.join("\n");
};

/** What a running server found out about itself; null where none runs. */
const askRunning = async (dataDir: string): Promise<Examination | null> => {
  const response = await askServer(dataDir, "/doctor");
  if (!response) return null;
  const body = await text(response);
  if (response.statusCode !== 200)
    throw new UsageError("The running server failed; its log says why.");
  return examination.parse(JSON.parse(body));
};

const examineHere = async (settings: Env): Promise<Examination> => {
  const { POSTGRES_URL, DATA_DIR } = settings;
  const folder = resolve(DATA_DIR);
  const fresh = !POSTGRES_URL && !existsSync(join(folder, "db"));
  let opened: Connection | undefined;
  try {
    const found = await examine({
      settings,
      open: async () => (opened = await connect({ migrate: false })),
      model: configuredModel,
      serving: false,
      ...(fresh && { databaseToCome: folder }),
    });
    const fault = await portFault(settings);
    const port = fault
      ? failedAs("port", fault)
      : ok("port", `Port ${settings.PORT} is free; no server runs with this DATA_DIR.`);
    return { ...found, findings: [...found.findings, port] };
  } finally {
    await opened?.close();
  }
};

/** With settings that can't be read, nothing else can be looked at. */
const unreadable = (error: EnvironmentError): Examination => ({
  version,
  pid: process.pid,
  findings: error.message.split("\n").map((line) => failed("settings", line, "See .env.example.")),
});

export const doctorCommand: Command = async ({ args, terminal }) => {
  const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } });
  // The log goes to stdout, where only the findings belong.
  process.env["LOG_LEVEL"] = "silent";
  let found: Examination;
  let running = false;
  try {
    const settings = env();
    const asked = await askRunning(resolve(settings.DATA_DIR));
    running = asked !== null;
    found = asked ?? (await examineHere(settings));
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    found = unreadable(error);
  }
  if (values.json) terminal.print(JSON.stringify({ running, ...found }, null, 2));
  else {
    const who = running ? `, running as process ${found.pid}` : ", not running";
    terminal.print(`Errand ${found.version}${who}\n\n${found.findings.map(written).join("\n")}`);
  }
  return found.findings.some(({ status }) => status === "failed") ? EXIT.refused : EXIT.done;
};
