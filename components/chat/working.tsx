/** The assistant is at work and has not said anything yet: as high as the line of text that takes its place. */
import { ProgressDot } from "@/components/ui/spinner";

export const Working = () => (
  <p className="flex h-6 items-center gap-2 text-14 text-ink-soft">
    <ProgressDot />
    Working…
  </p>
);
