/** The task that was opened from elsewhere than its row, by its number; `task-dialog.tsx` shows it. */
import { makeSignal } from "@/components/shell/signal";

export const openedTask = makeSignal<number | null>(null);
