/**
 * Servers of the bench, each a process of its own, and what the kernel says about them. Linux only: processor time and
 * memory are read from /proc.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Where logs and results go; not in git. */
export const RESULTS = join(import.meta.dirname, "results");

const START_TIMEOUT_MS = 120_000;

export type Server = {
  /** Of user and system together, in seconds, of all its threads. */
  cpuSeconds(): number;
  /** Resident memory in MiB. */
  residentMiB(): number;
  stop(): Promise<void>;
};

/** USER_HZ, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

const cpuSecondsOf = (pid: number): number => {
  // The second field, the program's name, is in brackets and may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
};

const residentMiBOf = (pid: number): number => {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) / 1024;
};

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.body?.cancel().then(() => true) ?? true,
    () => false,
  );

const ready = async (name: string, child: ChildProcess, url: string): Promise<void> => {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(url))) {
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended || Date.now() > deadline) {
      throw new Error(`${name} did not start; see ${join(RESULTS, `${name}.log`)}.`);
    }
    await pause(100);
  }
};

/** Starts Node with `args`; resolves when `url` answers, whatever it answers. */
export const startServer = async (
  name: string,
  args: string[],
  { url, env }: { url: string; env: Record<string, string> },
): Promise<Server> => {
  mkdirSync(RESULTS, { recursive: true });
  const log = openSync(join(RESULTS, `${name}.log`), "w");
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = once(child, "close");
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  await ready(name, child, url);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} has no process.`);
  return {
    cpuSeconds: () => cpuSecondsOf(pid),
    residentMiB: () => residentMiBOf(pid),
    stop: async () => {
      process.off("exit", kill);
      child.kill("SIGTERM");
      await ended;
    },
  };
};

/** Runs Node with `args` to its end; throws when it fails. */
export const runToEnd = async (args: string[], env: Record<string, string>): Promise<void> => {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`node ${args.join(" ")} failed.`);
};
