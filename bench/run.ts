/**
 * `npm run bench [-- --quick] [--only NAME]… [--profile]`: how fast the app is, in ratios that hold on any machine: all
 * that is compared is measured in one run, by turns. Prints a table, writes it to `bench/results/`, and fails when a
 * limit does not hold. What is measured and why, `docs/performance.md` says.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureFirstToken } from "./first-token";
import { type Lab, startLab } from "./lab";
import { measureConversationList, measureLongConversation } from "./long-history";
import { measureMemory } from "./memory";
import { RESULTS } from "./processes";
import { type Figure, holds, loadNow, machineLine, tableOf } from "./report";
import { measureStreams } from "./streams";

const PARTS: Record<string, (lab: Lab, quick: boolean) => Promise<Figure[]>> = {
  "first-token": measureFirstToken,
  streams: measureStreams,
  conversation: measureLongConversation,
  list: measureConversationList,
  memory: measureMemory,
};

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    profile: { type: "boolean", default: false },
  },
});
const { quick, only, profile } = values;
const unknown = only.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(", ")}: choose from ${Object.keys(PARTS).join(", ")}.\n`,
  );
  process.exit(2);
}

mkdirSync(RESULTS, { recursive: true });
const loadBefore = loadNow();
const lab = await startLab({ profile });
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    process.stdout.write(`Measuring ${name}…\n`);
    figures.push(...(await measure(lab, quick)));
  }
} finally {
  await lab.stop();
}

const machine = machineLine(loadBefore);
const table = tableOf(figures);
writeFileSync(
  join(RESULTS, "latest.json"),
  `${JSON.stringify({ at: new Date().toISOString(), quick, machine, figures }, null, 2)}\n`,
);
writeFileSync(join(RESULTS, "latest.md"), `${table}\n\n${machine}\n`);
process.stdout.write(`\n${table}\n\n${machine}\n`);
process.exitCode = figures.every(holds) ? 0 : 1;
