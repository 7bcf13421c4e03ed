/**
 * A value beside React's tree, by which one part of the page asks something of another that stands elsewhere. It is
 * set by what people press, so only in the browser.
 */
import { useSyncExternalStore } from "react";

export type Signal<T> = {
  set: (value: T) => void;
  /** The value, outside of components. */
  get: () => T;
  /** The value, for a component; `initial` until the page is hydrated. */
  use: () => T;
};

export const makeSignal = <T>(initial: T): Signal<T> => {
  let value = initial;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () =>
      useSyncExternalStore(
        subscribe,
        () => value,
        () => initial,
      ),
  };
};
