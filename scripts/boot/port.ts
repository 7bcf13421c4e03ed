/** Whether the server could listen where it is told to; asked before it starts, and by the doctor. */
import { createServer } from "node:net";
import type { Env } from "@/lib/env";

const LISTEN_FAULTS: Record<string, (settings: Env) => string> = {
  EADDRINUSE: ({ PORT }) =>
    `Port ${PORT} is in use by another program. Stop that one, or set PORT to another number.`,
  EACCES: ({ PORT }) => `This account may not listen on port ${PORT}. Set PORT to 1024 or above.`,
  EADDRNOTAVAIL: ({ HOST }) => `HOST is ${HOST}, which is not an address of this machine.`,
  ENOTFOUND: ({ HOST }) => `HOST is ${HOST}, which is not an address of this machine.`,
};

/** What stands against listening, in a sentence; null when nothing does. */
export const portFault = (settings: Env): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const sentence = LISTEN_FAULTS[error.code ?? ""];
      if (sentence) resolve(sentence(settings));
      else reject(error);
    });
    server.listen(settings.PORT, settings.HOST, () => server.close(() => resolve(null)));
  });
