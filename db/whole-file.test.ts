import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setImmediate as later } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeWhole } from "./whole-file";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errand-whole-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("puts the whole file in the place of the one before, for its owner only", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "before", { mode: 0o644 });
  await writeWhole(file, (stream) => pipeline(["after"], stream));
  expect(readFileSync(file, "utf8")).toBe("after");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["file"]);
});

it("rejects where there can be no file, before anything is read for it", async () => {
  let began = false;
  const writing = writeWhole(join(folder, "nowhere", "file"), async (stream) => {
    began = true;
    await pipeline(["after"], stream);
  });
  await expect(writing).rejects.toThrow("ENOENT");
  expect(began).toBe(false);
});

it("leaves the one before when what writes breaks off before its first byte", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "before");
  const writing = writeWhole(file, async () => {
    await later();
    throw new Error("broken off");
  });
  await expect(writing).rejects.toThrow("broken off");
  expect(readFileSync(file, "utf8")).toBe("before");
  expect(readdirSync(folder)).toEqual(["file"]);
});
