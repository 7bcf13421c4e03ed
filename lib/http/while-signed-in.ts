/** A stream outlives many requests: when the caller's session or token is ended, so is what it tells. */
import type { NextRequest } from "next/server";
import type { Follow } from "@/lib/agent/sse";
import { isSignedIn } from "@/lib/auth/require-user";

/**
 * What `follow` tells, for as long as the request's session or token is good: the database is asked before anything is
 * told, but before frames that are `frequent`, which come too fast for that and never alone.
 */
export const whileSignedIn =
  <Told>(
    request: NextRequest,
    follow: Follow<Told>,
    frequent: (frame: Told) => boolean = () => false,
  ): Follow<Told> =>
  (tell, signal) => {
    const signedOut = new AbortController();
    const tellIfSignedIn = async (frames: readonly Told[]): Promise<void> => {
      if (await isSignedIn(request)) await tell(frames);
      else signedOut.abort();
    };
    return follow(
      (frames) => (frames.every(frequent) ? tell(frames) : tellIfSignedIn(frames)),
      AbortSignal.any([signal, signedOut.signal]),
    );
  };
