import { describe, expect, it } from "vitest";
import type { UserEvent } from "@/lib/events/schema";
import { LiveFeed, type LiveMessage, type LivePorts } from "./live-feed";

const EVENT: UserEvent = { type: "conversation.changed", conversation_id: "c1" };
const OTHER: UserEvent = { type: "conversation.changed", conversation_id: "c2" };

type Connection = Parameters<LivePorts["connect"]>[0] & { closed: boolean };

/** A browser with any number of tabs, and the connections that they hold to the server. */
const browser = ({ shared = true } = {}) => {
  const connections: Connection[] = [];
  const channels = new Set<(message: LiveMessage) => void>();
  const waits: number[] = [];
  /** Who waits for the lock, the leader first. */
  const queue: (() => void)[] = [];
  let leader: AbortSignal | null = null;

  const next = () => {
    leader = null;
    queue.shift()?.();
  };
  const ports = (): LivePorts => ({
    connect: (on) => {
      const connection = { ...on, closed: false };
      connections.push(connection);
      return { close: () => (connection.closed = true) };
    },
    channel: shared
      ? () => {
          let own: ((message: LiveMessage) => void) | null = null;
          return {
            post: (message) => {
              for (const listener of channels) if (listener !== own) listener(message);
            },
            listen: (onMessage) => channels.add((own = onMessage)),
            close: () => own && channels.delete(own),
          };
        }
      : null,
    lead: shared
      ? (work, signal) =>
          new Promise((resolve) => {
            const begin = () => {
              if (signal.aborted) return next();
              leader = signal;
              void work();
              signal.addEventListener("abort", () => {
                resolve();
                next();
              });
            };
            if (leader === null) begin();
            else queue.push(begin);
          })
      : null,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  const open = () => {
    const feed = new LiveFeed(ports());
    const heard: LiveMessage[] = [];
    feed.subscribe((message) => heard.push(message));
    feed.start();
    return { feed, heard };
  };
  const live = () => connections.filter(({ closed }) => !closed);
  return { open, connections, live, waits };
};

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("LiveFeed", () => {
  it("has one connection for all tabs, and every tab hears every event once", async () => {
    const page = browser();
    const [first, second, third] = [page.open(), page.open(), page.open()];
    await settled();
    expect(page.connections).toHaveLength(1);
    page.connections[0]?.event(EVENT);
    for (const { heard } of [first, second, third]) {
      expect(heard.filter(({ type }) => type !== "resync")).toEqual([EVENT]);
    }
  });

  it("tells each tab once that it may have missed something before it listened", async () => {
    const page = browser();
    const first = page.open();
    page.connections[0]?.open();
    const second = page.open();
    await settled();
    expect(first.heard).toEqual([{ type: "resync" }]);
    expect(second.heard).toEqual([{ type: "resync" }]);
  });

  it("passes the connection on when the tab that has it goes", async () => {
    const page = browser();
    const [first, second] = [page.open(), page.open()];
    await settled();
    first.feed.stop();
    await settled();
    expect(page.live()).toHaveLength(1);
    second.heard.length = 0;
    page.live()[0]?.open();
    page.live()[0]?.event(EVENT);
    expect(second.heard).toEqual([{ type: "resync" }, EVENT]);
    expect(first.heard).not.toContain(EVENT);
  });

  it("opens the stream anew when it ended for good, slower each time", async () => {
    const page = browser();
    page.open();
    await settled();
    page.waits.length = 0;
    for (let round = 0; round < 3; round += 1) {
      page.live()[0]?.lost();
      await settled();
    }
    expect(page.waits).toEqual([1000, 2000, 4000]);
    page.live()[0]?.open();
    page.live()[0]?.lost();
    await settled();
    expect(page.waits.at(-1)).toBe(1000);
    expect(page.live()).toHaveLength(1);
  });

  it("does not start over for a break that the browser mends", async () => {
    const page = browser();
    const { heard } = page.open();
    await settled();
    heard.length = 0;
    page.connections[0]?.open();
    page.connections[0]?.open();
    expect(heard).toEqual([{ type: "resync" }]);
  });

  it("has a connection of its own where tabs cannot talk to each other", async () => {
    const page = browser({ shared: false });
    const [first, second] = [page.open(), page.open()];
    await settled();
    expect(page.connections).toHaveLength(2);
    page.connections[1]?.event(OTHER);
    expect(first.heard).toEqual([]);
    expect(second.heard).toEqual([OTHER]);
  });

  it("closes the connection when it stops, and starts again", async () => {
    const page = browser();
    const { feed } = page.open();
    await settled();
    feed.stop();
    await settled();
    expect(page.live()).toHaveLength(0);
    feed.start();
    await settled();
    expect(page.live()).toHaveLength(1);
  });
});
