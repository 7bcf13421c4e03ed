/** A task as the offline assistant sees it in a list, for its tests. */
import { type ListedTask, unseen } from "@/lib/model/offline/history";

export const listedTask = (
  task_id: number,
  title: string,
  more: Partial<ListedTask> = {},
): ListedTask => ({ ...unseen(task_id), title, ...more });
