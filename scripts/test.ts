/**
 * `npm test`: every suite, one after the other, all of them even when one fails; then what passed and what didn't.
 * `npm test -- lint unit` runs those named. Numbers come from the suites' own machine-readable reports; a check
 * without one, such as the formatter, counts as one. The last line is `N passed, N failed`, also kept in
 * `test-results/summary.txt` for `.ci/run`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { DRIVERS } from "@/test/drivers";

const RESULTS = "test-results";

type Count = {
  passed: number;
  failed: number;
  skipped: number;
  /** More about those that passed. */
  note?: string;
};

type Suite = {
  name: string;
  /** Run in order until one fails; each is a program of `node_modules/.bin` and its arguments. */
  commands: [string, ...string[]][];
  /** Where it reports what it ran, and how to read that. */
  report?: { file: string; read: (json: unknown) => Count };
};

/** Tests that passed on each database driver: `onEachDatabase` puts its name at the end of a suite's. */
const countByDriver = (suites: { ancestorTitles: string[]; status: string }[]): string => {
  const counts = new Map<string, number>(DRIVERS.map((driver) => [driver, 0]));
  for (const { ancestorTitles, status } of suites) {
    const driver = /\((\w+)\)$/.exec(ancestorTitles[0] ?? "")?.[1] ?? "";
    const count = counts.get(driver);
    if (count !== undefined && status === "passed") counts.set(driver, count + 1);
  }
  return [...counts].map(([driver, count]) => `${count} on ${driver}`).join(", ");
};

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    testResults: z.array(
      z.object({
        assertionResults: z.array(
          z.object({ ancestorTitles: z.array(z.string()), status: z.string() }),
        ),
      }),
    ),
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    note: countByDriver(report.testResults.flatMap((file) => file.assertionResults)),
  }));

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), skipped: z.number() }),
  })
  .transform(({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));

const UNIT_REPORT = `${RESULTS}/unit.json`;
/** `playwright.config.ts` writes it. */
const E2E_REPORT = `${RESULTS}/e2e.json`;

/** `scripts/test-faults.ts` writes it. */
const FAULTS_REPORT = `${RESULTS}/faults.json`;

const faultsReport = z
  .object({ passed: z.number(), failed: z.number(), kills: z.number() })
  .transform(({ passed, failed, kills }) => ({
    passed,
    failed,
    skipped: 0,
    note: `after ${kills} kills`,
  }));

const SUITES: Suite[] = [
  { name: "format", commands: [["prettier", "--check", "--log-level=warn", "."]] },
  { name: "lint", commands: [["eslint", "."]] },
  { name: "imports", commands: [["depcruise", "."]] },
  { name: "unused", commands: [["knip"]] },
  {
    name: "types",
    commands: [
      ["next", "typegen"],
      ["tsc", "--noEmit"],
    ],
  },
  { name: "migrations", commands: [["tsx", "scripts/check-migrations.ts"]] },
  {
    name: "unit",
    commands: [
      ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile=${UNIT_REPORT}`],
    ],
    report: { file: UNIT_REPORT, read: (json) => vitestReport.parse(json) },
  },
  {
    name: "e2e",
    commands: [["playwright", "test"]],
    report: { file: E2E_REPORT, read: (json) => playwrightReport.parse(json) },
  },
  {
    name: "faults",
    commands: [["tsx", "scripts/test-faults.ts", "--kills", "8"]],
    report: { file: FAULTS_REPORT, read: (json) => faultsReport.parse(json) },
  },
];

const succeeds = ([program, ...args]: [string, ...string[]]): boolean =>
  // Through npm, which finds the program on every platform.
  spawnSync("npx", ["--no-install", program, ...args], {
    stdio: "inherit",
    shell: process.platform === "win32",
  }).status === 0;

/** A suite that failed in a way that its report doesn't show, or ran nothing, counts as a failure. */
const count = ({ report }: Suite, succeeded: boolean): Count => {
  if (!report) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  try {
    const counted = report.read(JSON.parse(readFileSync(report.file, "utf8")));
    const silent = counted.failed === 0 && (!succeeded || counted.passed === 0);
    return silent ? { ...counted, failed: 1 } : counted;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no suite ${unknown.join(", ")}: choose from ${SUITES.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(1);
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const results = SUITES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(
  (suite) => {
    console.log(`\n── ${suite.name} ──`);
    const started = Date.now();
    const succeeded = suite.commands.every(succeeds);
    return {
      name: suite.name,
      seconds: Math.round((Date.now() - started) / 1000),
      ...count(suite, succeeded),
    };
  },
);

const row = ({ name, passed, failed, skipped, seconds, note }: (typeof results)[number]): string =>
  [
    name.padEnd(10),
    `${passed} passed`.padStart(12),
    `${failed} failed`.padStart(11),
    skipped > 0 ? `${skipped} skipped`.padStart(12) : "".padStart(12),
    `${seconds} s`.padStart(7),
    ...(note ? [`  ${note}`] : []),
  ].join(" ");
const sum = (key: "passed" | "failed") => results.reduce((total, result) => total + result[key], 0);
const summary = `${sum("passed")} passed, ${sum("failed")} failed`;
writeFileSync(`${RESULTS}/summary.txt`, `${summary}\n`);
console.log(`\n${results.map(row).join("\n")}\n\n${summary}`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
