import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { dialogues } from "@/evals/dialogue";
import { play } from "@/evals/play";
import { failuresOf, isRight } from "@/evals/report";
import { offlineModel } from "@/lib/model/offline/offline";
import { onEmbeddedDatabase } from "@/test/database";

/** The last figures of each file. Never lower them. */
const FIGURES = {
  "dialogues.json": 330,
  "held-out.json": 151,
  "others.json": 260,
  "others-held-out.json": 449,
  "others-later.json": 200,
  "others-last.json": 1795,
  "others-unlearned.json": 553,
};

const TIMEOUT_MS = 600_000;

onEmbeddedDatabase("the offline assistant", (database) => {
  it.each(Object.entries(FIGURES))(
    "does at least as well as before: %s",
    async (file, figure) => {
      const read = dialogues.parse(JSON.parse(readFileSync(`evals/${file}`, "utf8")));
      const played = [];
      for (const dialogue of read) played.push(await play(database(), offlineModel, dialogue));
      expect(played.filter(isRight).length, failuresOf(played)).toBeGreaterThanOrEqual(figure);
    },
    TIMEOUT_MS,
  );
});
