import { describe, expect, it } from "vitest";
import type { Task } from "@/lib/tasks/schema";
import { firstTab, groupTasks, isOn, mayHaveMore, type PanelTab } from "./panel-tabs";

const AT = { now: new Date("2026-11-20T09:30:00.000Z"), timeZone: "Europe/Berlin" };

const task = (id: number, due_on: string | null, completed = false): Task => ({
  id,
  title: `Task ${id}`,
  description: "",
  completed,
  status: completed ? "completed" : "pending",
  due_on,
  due_time: null,
  priority: "none",
  recurrence: null,
  created_at: AT.now.toISOString(),
  updated_at: AT.now.toISOString(),
  completed_at: null,
});

const LATE = task(1, "2026-11-18");
const TODAY = task(2, "2026-11-20");
const TOMORROW = task(3, "2026-11-21");
const NEXT_WEEK = task(4, "2026-11-27");
const UNDATED = task(5, null);
const ALL = [LATE, TODAY, TOMORROW, NEXT_WEEK, UNDATED];

const on = (tab: PanelTab) => ALL.filter((each) => isOn(tab, each, AT)).map(({ id }) => id);
const groups = (tab: PanelTab, tasks: Task[]) =>
  groupTasks(tab, tasks, AT).map(({ heading, tasks: of }) => [heading, of.map(({ id }) => id)]);

describe("the panel's tabs", () => {
  it("divide what is to do by its date", () => {
    expect([on("today"), on("upcoming"), on("all"), on("done")]).toEqual([
      [1, 2],
      [3, 4],
      [1, 2, 3, 4, 5],
      [],
    ]);
  });

  it("take the day from the person's zone", () => {
    const late = { now: new Date("2026-11-20T23:30:00.000Z"), timeZone: "Europe/Berlin" };
    expect(isOn("today", TOMORROW, late)).toBe(true);
  });

  it("keep a late task that was just ticked where it stood", () => {
    const ticked = task(1, "2026-11-18", true);
    expect(isOn("today", ticked, AT)).toBe(true);
    expect(groups("today", [ticked, TODAY])).toEqual([
      ["Overdue", [1]],
      ["Today", [2]],
    ]);
  });

  it("have headings only where there is something to tell apart", () => {
    expect(groups("today", [TODAY])).toEqual([[null, [2]]]);
    expect(groups("today", [LATE])).toEqual([["Overdue", [1]]]);
    expect(groups("upcoming", [TOMORROW, NEXT_WEEK])).toEqual([
      ["Tomorrow", [3]],
      ["Fri 27 Nov", [4]],
    ]);
    expect(groups("all", ALL)).toEqual([[null, [1, 2, 3, 4, 5]]]);
  });

  it("begin with what is due, else with all", () => {
    expect(firstTab(ALL, AT)).toBe("today");
    expect(firstTab([TOMORROW, UNDATED], AT)).toBe("all");
    expect(firstTab([], AT)).toBe("all");
  });

  it.each([
    ["today", TODAY, true],
    ["today", TOMORROW, false],
    ["upcoming", TODAY, true],
    ["upcoming", NEXT_WEEK, true],
    ["upcoming", UNDATED, false],
    ["all", UNDATED, true],
  ] as const)("%s, loaded up to a task due %o, may have more: %s", (tab, last, expected) => {
    expect(mayHaveMore(tab, last, AT)).toBe(expected);
  });
});
