/** One small story for all examples of the API: Ada's tasks, one conversation, one turn. */
import type { Answer as ChatAnswer } from "@/lib/conversations/schema";
import type { Change, Task } from "@/lib/tasks/schema";

const IDS = {
  user: "019aa0f0-0000-7000-8000-000000000001",
  conversation: "019aa0f0-1000-7000-8000-000000000002",
  turn: "019aa0f0-1000-7000-8000-000000000003",
  userMessage: "019aa0f0-1000-7000-8000-000000000004",
  message: "019aa0f0-1000-7000-8000-000000000005",
  change: "019aa0f0-2000-7000-8000-000000000006",
  undo: "019aa0f0-3000-7000-8000-000000000007",
  redo: "019aa0f0-3001-7000-8000-00000000000b",
  approval: "019aa0f0-4000-7000-8000-000000000008",
  token: "019aa0f0-5000-7000-8000-000000000009",
  request: "019aa0f0-6000-7000-8000-00000000000a",
} as const;

const AT = "2026-11-20T09:30:00.000Z";
const LATER = "2026-11-20T09:30:02.000Z";

const TASK: Task = {
  id: 4,
  title: "Pay rent",
  description: "",
  completed: false,
  status: "pending",
  due_on: "2026-12-01",
  due_time: null,
  priority: "high",
  recurrence: null,
  created_at: AT,
  updated_at: AT,
  completed_at: null,
};

const DONE: Task = {
  ...TASK,
  completed: true,
  status: "completed",
  updated_at: LATER,
  completed_at: LATER,
};

const CREATED: Change = {
  id: IDS.change,
  task_id: TASK.id,
  kind: "created",
  before: null,
  after: TASK,
  actor: { kind: "agent", name: "Offline assistant" },
  turn_id: IDS.turn,
  undoes: null,
  undone: false,
  created_at: AT,
};

const UNDONE: Change = {
  id: IDS.undo,
  task_id: TASK.id,
  kind: "deleted",
  before: TASK,
  after: null,
  actor: { kind: "user", name: "Ada" },
  turn_id: null,
  undoes: IDS.change,
  undone: false,
  created_at: LATER,
};

const REDONE: Change = {
  ...UNDONE,
  id: IDS.redo,
  kind: "restored",
  before: null,
  after: TASK,
  undoes: IDS.undo,
};

const CHAT_ANSWER: ChatAnswer = {
  response: "Added “Pay rent” as task 4, due Tue 1 Dec.",
  conversation_id: IDS.conversation,
  message_id: IDS.message,
  turn_id: IDS.turn,
  status: "completed",
  actions_taken: [{ tool: "add_task", result: "completed", task_id: "4" }],
  tool_calls: [
    { tool: "add_task", arguments: { title: "Pay rent", due: "on the 1st", priority: "high" } },
  ],
};

/** The story's pieces. */
export const EXAMPLE = {
  IDS,
  AT,
  LATER,
  TASK,
  DONE,
  CREATED,
  UNDONE,
  REDONE,
  CHAT_ANSWER,
} as const;
