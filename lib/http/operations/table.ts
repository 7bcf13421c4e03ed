/** The table: every operation of the API, in the order in which the document shows them. */
import { authOperations, meOperations, tokenOperations } from "./accounts";
import { changeOperations } from "./changes";
import { conversationOperations } from "./conversations";
import { invitationOperations } from "./invitations";
import type { Operation } from "./operation";
import { serverOperations } from "./server";
import { taskOperations } from "./tasks";
import { turnOperations } from "./turns";

export const OPERATIONS: readonly Operation[] = [
  turnOperations,
  conversationOperations,
  taskOperations,
  changeOperations,
  authOperations,
  meOperations,
  tokenOperations,
  invitationOperations,
  serverOperations,
].flatMap((operations) => Object.values<Operation>(operations));
