/** A stream outlives many requests: when the caller's session or token is ended, so is what it tells. */
import type { NextRequest } from "next/server";
import { isSignedIn } from "@/lib/auth/require-user";

/**
 * What `source` tells, for as long as the request's session or token is good: the database is asked before each item,
 * but before those that are `frequent`, which come too fast for that and never alone.
 */
export async function* whileSignedIn<Item>(
  request: NextRequest,
  source: AsyncIterable<Item>,
  frequent: (item: Item) => boolean = () => false,
): AsyncGenerator<Item, void> {
  for await (const item of source) {
    if (!frequent(item) && !(await isSignedIn(request))) return;
    yield item;
  }
}
