/** The part of `fs-native-extensions` that `lock.ts` uses; the package ships no types. */
declare module "fs-native-extensions" {
  /** Takes an exclusive lock on the whole open file; false when another process holds it. */
  export function tryLock(descriptor: number): boolean;
}
