/** Signing in, who one is, and access tokens. */
import { z } from "zod";
import { conversationSummary, message } from "@/lib/conversations/schema";
import { change, task } from "@/lib/tasks/schema";
import {
  accessToken,
  confirmation,
  me,
  mePatch,
  newAccessToken,
  signInInput,
  signUpInput,
} from "@/lib/users/schema";
import { idParams, paging } from "../params";
import { EXAMPLE } from "./examples";
import { gives, operation, pageOf } from "./operation";

const SIGNING_IN = "Signing in";
const TOKENS = "Access tokens";
const ACCOUNT = "Account";

/** A new bearer session. */
export const session = z.strictObject({
  token: z.string(),
  token_type: z.literal("Bearer"),
  expires_at: z.iso.datetime(),
  user: z.strictObject({ id: z.uuid(), email: z.string(), name: z.string() }),
});

/** Everything of a person's, in one document. */
export const accountExport = z.strictObject({
  exported_at: z.iso.datetime(),
  account: me,
  tasks: z.array(task),
  changes: z.array(change),
  conversations: z.array(conversationSummary.extend({ messages: z.array(message) })),
});

/** The one answer that holds the token itself. */
export const createdToken = accessToken.extend({ token: z.string() });
export const tokenList = pageOf("tokens", accessToken);
export const deletedToken = z.strictObject({ status: z.literal("deleted"), token_id: z.uuid() });

const SESSION: z.output<typeof session> = {
  token: "eyJhbGciOiJIUzI1NiJ9…",
  token_type: "Bearer",
  expires_at: "2026-12-20T09:30:00.000Z",
  user: { id: EXAMPLE.IDS.user, email: "ada@example.com", name: "Ada" },
};

const ME: z.output<typeof me> = {
  ...SESSION.user,
  time_zone: "Europe/Berlin",
  confirm_deletions: "many",
};

const TOKEN: z.output<typeof accessToken> = {
  id: EXAMPLE.IDS.token,
  name: "Editor",
  scope: "write",
  created_at: EXAMPLE.AT,
  expires_at: "2027-02-18T09:30:00.000Z",
  last_used_at: null,
};

export const authOperations = {
  signUp: operation({
    id: "signUp",
    method: "POST",
    path: "/api/auth/signup",
    tag: SIGNING_IN,
    summary: "Make an account",
    description:
      "Who may is set by `SIGNUP`: anybody, who brings an `invitation`, or nobody. The first account may always be " +
      "made; it is the operator's.",
    access: "anyone",
    body: signUpInput,
    examples: {
      account: { email: "ada@example.com", password: "correct horse battery", name: "Ada" },
    },
    answers: { 201: gives("A session of the new account.", session, SESSION) },
    errors: [
      "signup_closed",
      "invitation_required",
      "invitation_invalid",
      "email_taken",
      "rate_limited",
    ],
  }),
  signIn: operation({
    id: "signIn",
    method: "POST",
    path: "/api/auth/signin",
    tag: SIGNING_IN,
    summary: "Sign in",
    description: "`token` is what to send as `Authorization: Bearer`.",
    access: "anyone",
    body: signInInput,
    examples: { account: { email: "ada@example.com", password: "correct horse battery" } },
    answers: { 200: gives("A new session.", session, SESSION) },
    errors: ["invalid_credentials", "rate_limited"],
  }),
  signOutEverywhere: operation({
    id: "signOutEverywhere",
    method: "POST",
    path: "/api/auth/signout-everywhere",
    tag: SIGNING_IN,
    summary: "Sign out everywhere",
    description: "Ends every session, this one too. Access tokens stay.",
    access: "session",
    answers: { 204: { description: "No session is left." } },
  }),
};

export const meOperations = {
  get: operation({
    id: "getMe",
    method: "GET",
    path: "/api/me",
    tag: ACCOUNT,
    summary: "Show the account",
    access: "read",
    answers: { 200: gives("Who is calling.", me, ME) },
  }),
  update: operation({
    id: "updateMe",
    method: "PATCH",
    path: "/api/me",
    tag: ACCOUNT,
    summary: "Change the account",
    description:
      "`confirm_deletions`: which deletions wait for a yes; `many` are two or more in one turn.",
    access: "write",
    body: mePatch,
    examples: { move: { time_zone: "Europe/Berlin" } },
    answers: { 200: gives("The account as it is now.", me, ME) },
  }),
  delete: operation({
    id: "deleteAccount",
    method: "DELETE",
    path: "/api/me",
    tag: ACCOUNT,
    summary: "Delete the account",
    description:
      "For good, with its tasks, conversations, history, tokens and sessions. Wants the password or, where the account " +
      "has none, the e-mail address. After the operator's account, the oldest other one is the operator's.",
    access: "session",
    body: confirmation,
    examples: { password: { password: "correct horse battery" } },
    answers: { 204: { description: "Nothing of it is left." } },
    errors: ["invalid_credentials", "rate_limited"],
  }),
  export: operation({
    id: "exportAccount",
    method: "GET",
    path: "/api/me/export",
    tag: ACCOUNT,
    summary: "Export everything",
    description:
      "A download: the account, all tasks with their history, all conversations with their messages.",
    access: "read",
    answers: {
      200: gives("The whole account.", accountExport, {
        exported_at: EXAMPLE.AT,
        account: ME,
        tasks: [EXAMPLE.TASK],
        changes: [EXAMPLE.CREATED],
        conversations: [],
      }),
    },
  }),
};

export const tokenOperations = {
  list: operation({
    id: "listTokens",
    method: "GET",
    path: "/api/tokens",
    tag: TOKENS,
    summary: "List access tokens",
    access: "session",
    query: z.strictObject(paging),
    answers: {
      200: gives("A page of tokens, newest first.", tokenList, {
        tokens: [TOKEN],
        count: 1,
        next_cursor: null,
      }),
    },
  }),
  create: operation({
    id: "createToken",
    method: "POST",
    path: "/api/tokens",
    tag: TOKENS,
    summary: "Make an access token",
    description:
      "For programs that act in the person's name. The token is in this answer and never again.",
    access: "session",
    body: newAccessToken,
    examples: {
      editor: { name: "Editor", scope: "write" },
      clock: { name: "Clock", scope: "read", expires_in_days: null },
    },
    answers: {
      201: gives("The new token.", createdToken, { ...TOKEN, token: "errand_pat_8Jm4…" }),
    },
  }),
  delete: operation({
    id: "deleteToken",
    method: "DELETE",
    path: "/api/tokens/{id}",
    tag: TOKENS,
    summary: "End an access token",
    access: "session",
    params: idParams,
    answers: {
      200: gives("It works no longer.", deletedToken, { status: "deleted", token_id: TOKEN.id }),
    },
    errors: ["not_found"],
  }),
};
