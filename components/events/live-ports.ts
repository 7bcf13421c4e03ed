/** The browser's own parts of the live feed: EventSource, BroadcastChannel, Web Locks. */
import type { UserEvent } from "@/lib/events/schema";
import type { LiveMessage, LivePorts } from "./live-feed";

const TYPES = [
  "task.changed",
  "conversation.changed",
  "turn.changed",
] as const satisfies readonly UserEvent["type"][];

const connect: LivePorts["connect"] = ({ open, event, lost }) => {
  const source = new EventSource("/api/events");
  source.onopen = open;
  source.onerror = () => {
    // While it is only connecting again, it does so by itself.
    if (source.readyState === EventSource.CLOSED) lost();
  };
  for (const type of TYPES) {
    source.addEventListener(type, ({ data }: MessageEvent<string>) =>
      event(JSON.parse(data) as UserEvent),
    );
  }
  return source;
};

const wait: LivePorts["wait"] = (ms, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** The parts for one person: tabs of somebody else who signed in here later have a lock and a channel of their own. */
export const livePorts = (userId: string): LivePorts => {
  const name = `errand-events-${userId}`;
  return {
    connect,
    channel:
      "BroadcastChannel" in window
        ? () => {
            const channel = new BroadcastChannel(name);
            return {
              post: (message) => channel.postMessage(message),
              listen: (onMessage) => {
                channel.onmessage = ({ data }: MessageEvent<LiveMessage>) => onMessage(data);
              },
              close: () => channel.close(),
            };
          }
        : null,
    // Only pages in a secure context have locks: over plain HTTP, elsewhere than on localhost, there are none.
    lead:
      "locks" in navigator
        ? async (work, signal) => {
            try {
              await navigator.locks.request(name, { signal }, work);
            } catch (error) {
              // Waiting for the lock ended with the page.
              if (!signal.aborted) throw error;
            }
          }
        : null,
    wait,
  };
};
