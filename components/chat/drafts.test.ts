import { describe, expect, it } from "vitest";
import { Drafts, type DraftStorage } from "./drafts";

const memory = (): DraftStorage & { rows: Map<string, string> } => {
  const rows = new Map<string, string>();
  return {
    rows,
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => void rows.set(key, value),
    removeItem: (key) => void rows.delete(key),
  };
};

describe("Drafts", () => {
  it("keeps a draft for each conversation over a reload", () => {
    const storage = memory();
    const before = new Drafts("ada", storage);
    before.set(null, "new words");
    before.set("c1", "more words");
    const after = new Drafts("ada", storage);
    expect([after.get(null), after.get("c1"), after.get("c2")]).toEqual([
      "new words",
      "more words",
      "",
    ]);
  });

  it("shows one person's draft to nobody else", () => {
    const storage = memory();
    new Drafts("ada", storage).set(null, "secret");
    expect(new Drafts("bob", storage).get(null)).toBe("");
  });

  it("forgets an empty draft", () => {
    const storage = memory();
    const drafts = new Drafts("ada", storage);
    drafts.set("c1", "words");
    drafts.set("c1", "");
    expect(storage.rows.size).toBe(0);
  });

  it("puts returned words before those typed since", () => {
    const drafts = new Drafts("ada", memory());
    drafts.putBack("c1", "first");
    expect(drafts.get("c1")).toBe("first");
    drafts.set("c1", "second");
    drafts.putBack("c1", "first");
    expect(drafts.get("c1")).toBe("first\n\nsecond");
  });

  it("moves what was typed ahead to the conversation that began", () => {
    const drafts = new Drafts("ada", memory());
    drafts.set(null, "ahead");
    drafts.move(null, "c1");
    expect([drafts.get(null), drafts.get("c1")]).toEqual(["", "ahead"]);
  });

  it("works in memory where storage is forbidden", () => {
    const forbidden: DraftStorage = {
      getItem: () => {
        throw new DOMException("no", "SecurityError");
      },
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
      removeItem: () => {
        throw new DOMException("no", "SecurityError");
      },
    };
    const drafts = new Drafts("ada", forbidden);
    drafts.set("c1", "words");
    expect(drafts.get("c1")).toBe("words");
  });

  it("tells its listeners", () => {
    const drafts = new Drafts("ada", null);
    const seen: string[] = [];
    const stop = drafts.subscribe(() => seen.push(drafts.get("c1")));
    drafts.set("c1", "a");
    stop();
    drafts.set("c1", "b");
    expect(seen).toEqual(["a"]);
  });
});
