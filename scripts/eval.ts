/**
 * `npm run eval [-- FILE…] [--only=TEXT] [--quiet]`: plays the dialogues of `evals/` against the offline assistant, or
 * against the model that OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL name, and prints a table by category and
 * every failure.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectEmbedded } from "@/db/client";
import { dialogues } from "@/evals/dialogue";
import { play, type Played } from "@/evals/play";
import { failuresOf, tableOf } from "@/evals/report";
import type { Model } from "@/lib/model/model";

const chooseModel = async (): Promise<Model> => {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = process.env;
  if (!OPENAI_API_KEY) {
    // As a server does at its start: a turn's figure is that of a running process.
    await (await import("@/lib/model/offline/warm-up")).warmUp();
    return (await import("@/lib/model/offline/offline")).offlineModel;
  }
  const { createOpenAIModel } = await import("@/lib/model/openai");
  const { log } = await import("@/lib/log");
  return createOpenAIModel({
    apiKey: OPENAI_API_KEY,
    baseURL: OPENAI_BASE_URL,
    model: OPENAI_MODEL ?? "gpt-4o-mini",
    idleTimeoutMs: 60_000,
    logger: log(),
  });
};

/** All dialogues of the project; `evals/README.md` tells them apart. */
const DATA = [
  "dialogues",
  "held-out",
  "others",
  "others-held-out",
  "others-later",
  "others-last",
  "others-unlearned",
].map((name) => `evals/${name}.json`);

// The app's environment, with a folder of its own that is gone afterwards.
const folder = mkdtempSync(join(tmpdir(), "errand-eval-"));
Object.assign(process.env, { DATA_DIR: folder, LOG_LEVEL: "silent", POSTGRES_URL: "" });

const args = process.argv.slice(2);
const files = args.filter((arg) => !arg.startsWith("--"));
const only = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length);
const model = await chooseModel();
const connection = await connectEmbedded("memory://");
const read = (files.length > 0 ? files : DATA).flatMap((file) =>
  dialogues.parse(JSON.parse(readFileSync(file, "utf8"))),
);
const played: Played[] = [];
for (const dialogue of read) {
  if (only === undefined || dialogue.id.startsWith(only) || dialogue.category === only)
    played.push(await play(connection.db, model, dialogue));
}
await connection.close();
rmSync(folder, { recursive: true });
if (!args.includes("--quiet")) process.stdout.write(failuresOf(played));
process.stdout.write(tableOf(played, model.name));
