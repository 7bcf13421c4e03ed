/** The part of `fs-native-extensions` that `lock.ts` and the build use; the package ships no types. */
declare module "fs-native-extensions" {
  /** Takes a lock on the whole open file, exclusive unless `shared`; false when another process stands against it. */
  export function tryLock(descriptor: number, options?: { shared?: boolean }): boolean;
  /** The exclusive lock, once nobody holds any. */
  export function waitForLock(descriptor: number): Promise<void>;
}
