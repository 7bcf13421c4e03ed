/**
 * Whether the server answers this page, as its last request told, and the moment when it does again: what was said
 * about a lost connection is over then. Told by `api.ts`; read by whoever shows such a sentence.
 */
const listeners = new Set<() => void>();
let isLost = false;

export const isServerLost = (): boolean => isLost;

/** A request found nobody. */
export const serverLost = (): void => {
  isLost = true;
};

/** A request was answered, whatever the answer. */
export const serverAnswered = (): void => {
  if (!isLost) return;
  isLost = false;
  for (const listener of [...listeners]) listener();
};

/** Calls `listener` each time the server or the network is back, until the returned function is called. */
export const onReachable = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener("online", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("online", listener);
  };
};
