/** `/api/changes`: the ledger, and taking changes back. */
import { z } from "zod";
import { change } from "@/lib/tasks/schema";
import { idParams, noFields, paging, taskParams, uuid } from "../params";
import { EXAMPLE } from "./examples";
import { gives, operation, pageOf } from "./operation";

const tag = "Changes";

export const changeList = pageOf("changes", change);
/** What an undo or a redo wrote. */
export const undoneChanges = z.strictObject({ changes: z.array(change) });

const listQuery = z.strictObject({
  task_id: taskParams.shape.id.optional(),
  turn_id: uuid.optional(),
  ...paging,
});

export const changeOperations = {
  list: operation({
    id: "listChanges",
    method: "GET",
    path: "/api/changes",
    tag,
    summary: "List changes",
    description:
      "The ledger, newest first: every change of every task, before and after, and who made it.",
    access: "read",
    query: listQuery,
    answers: {
      200: gives("A page of changes.", changeList, {
        changes: [EXAMPLE.CREATED],
        count: 1,
        next_cursor: null,
      }),
    },
  }),
  undo: operation({
    id: "undoChange",
    method: "POST",
    path: "/api/changes/{id}/undo",
    tag,
    summary: "Take a change back",
    description: "Writes a change of its own, which can be taken back in turn.",
    access: "write",
    params: idParams,
    body: noFields,
    answers: {
      200: gives("What was written.", undoneChanges, { changes: [EXAMPLE.UNDONE] }),
    },
    errors: ["not_found", "undo_conflict"],
  }),
  redo: operation({
    id: "redoChange",
    method: "POST",
    path: "/api/changes/{id}/redo",
    tag,
    summary: "Redo a change that was taken back",
    description: "Takes the last undo of it back.",
    access: "write",
    params: idParams,
    body: noFields,
    answers: {
      200: gives("What was written.", undoneChanges, { changes: [EXAMPLE.REDONE] }),
    },
    errors: ["not_found", "undo_conflict"],
  }),
};
