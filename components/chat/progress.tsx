/** Below an answer that is on its way, where nothing of it moves: why. As high as the line of text that takes its place. */
import { WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { ProgressDot, Spinner } from "@/components/ui/spinner";
import type { Connection } from "./chat-state";

const Line = ({ children }: { children: ReactNode }) => (
  <p className="flex min-h-6 items-center gap-2 text-14 text-ink-soft">{children}</p>
);

export const Progress = ({
  connection,
  isQuiet,
}: {
  connection: Connection;
  /** Nothing on the page moves, although the turn runs. */
  isQuiet: boolean;
}) => {
  switch (connection) {
    case "offline":
      return (
        <Line>
          <WifiOff aria-hidden="true" className="size-4 shrink-0" />
          You’re offline. The rest will be here when you’re back.
        </Line>
      );
    case "lost":
      return (
        <Line>
          <Spinner className="shrink-0" />
          Reconnecting…
        </Line>
      );
    case "live":
      return isQuiet ? (
        <Line>
          <ProgressDot />
          Working…
        </Line>
      ) : null;
  }
};
