/**
 * One turn, replayed from its start in every round: calls that have run give their results, in order; the others are
 * asked for. The offline assistant keeps nothing between rounds, so this is how it knows where it stands.
 */
import { failure, listResult, type ListedTask, type Ran } from "./history";

export type WantedCall = { tool: string; arguments: Record<string, unknown> };

/** Thrown when the turn can't go on before the results of the calls it asked for. */
export class Waiting extends Error {
  override readonly name = "Waiting";
}

/** Thrown when what ran isn't what this assistant would have asked for: another one began the turn. */
export class Unfamiliar extends Error {
  override readonly name = "Unfamiliar";
}

const isOf = (args: unknown, taskId: number): boolean =>
  typeof args === "object" && args !== null && "task_id" in args && args.task_id === taskId;

export class Turn {
  readonly wanted: WantedCall[] = [];
  #next = 0;
  #listed: { tasks: ListedTask[]; more: number } | undefined;
  #changed = false;

  constructor(private readonly ran: readonly Ran[]) {}

  /** The result of a call; undefined when it is only asked for now. */
  call(tool: string, args: Record<string, unknown>): Ran | undefined {
    const done = this.ran[this.#next];
    if (!done) {
      this.wanted.push({ tool, arguments: args });
      return undefined;
    }
    if (done.tool !== tool) throw new Unfamiliar();
    this.#next += 1;
    this.#changed ||= tool !== "list_tasks";
    return done;
  }

  /** Whether this turn has asked for that already, of that task. */
  hasAsked(tool: string, taskId: number): boolean {
    const asked = [...this.ran.slice(0, this.#next), ...this.wanted];
    return asked.some((call) => {
      const args: unknown = call.arguments;
      return call.tool === tool && isOf(args, taskId);
    });
  }

  /** The person's tasks, listed once in a turn; only those of a status where nothing else of the turn needs more. */
  tasks(status: ListedTask["status"] | "all" = "all"): { tasks: ListedTask[]; more: number } {
    if (this.#listed) return this.#listed;
    const done = this.call("list_tasks", { status });
    if (!done) throw new Waiting();
    const result = listResult.safeParse(done.result);
    if (!result.success) {
      const failed = failure.safeParse(done.result);
      throw new ListingFailed(failed.success ? failed.data.message : "The list could not be read.");
    }
    this.#listed = { tasks: result.data.tasks, more: result.data.more };
    return this.#listed;
  }

  /** What was listed before something was changed is no answer any more: the tasks are listed anew. */
  renew(): void {
    if (this.#changed) this.#listed = undefined;
    this.#changed = false;
  }

  /** The tasks with this word, or of this status, too, where the list was too long to be shown whole. */
  tasksWith(word: string, status?: ListedTask["status"]): { tasks: ListedTask[]; more: number } {
    const listed = this.tasks();
    if (listed.more === 0 || (word === "" && status === undefined)) return listed;
    const query = word === "" ? {} : { query: word };
    const done = this.call("list_tasks", { status: status ?? "all", ...query });
    if (!done) throw new Waiting();
    const result = listResult.safeParse(done.result);
    const { tasks, more } = result.success ? result.data : { tasks: [], more: listed.more };
    const known = new Set(listed.tasks.map(({ task_id }) => task_id));
    this.#listed = {
      tasks: [...listed.tasks, ...tasks.filter(({ task_id }) => !known.has(task_id))],
      // Of a status, how many more there are is what counts from here on.
      more: status === undefined ? listed.more : more,
    };
    return this.#listed;
  }

  /** Waits for the calls that were asked for so far. */
  settle(): void {
    if (this.wanted.length > 0) throw new Waiting();
  }
}

export class ListingFailed extends Error {
  override readonly name = "ListingFailed";
}
