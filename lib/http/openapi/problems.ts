/** The errors of an operation, as OpenAPI's responses: one for each status, with its codes and an example of each. */
import { AppError, type ErrorCode, problemOf } from "@/lib/errors";
import { EXAMPLE } from "../operations/examples";
import { errorsOf, type Operation } from "../operations/operation";

/** What each code's example says. */
const DETAILS: Record<ErrorCode, string> = {
  invalid_request: "title must not be empty.",
  unauthenticated: "Sign in first: there is no valid session or token.",
  invalid_credentials: "The e-mail address or the password is wrong.",
  user_mismatch: "The address names another user than the one signed in.",
  cross_origin: "This request came from another site, so it was refused.",
  insufficient_scope: "This token may look, and change nothing.",
  operator_only: "Only the operator of this installation may do this.",
  signup_closed: "Nobody can make an account here at the moment.",
  invitation_required:
    "Making an account here takes an invitation. Ask who runs this installation.",
  invitation_invalid: "This invitation was used already. Ask for a new one.",
  not_found: "There is no such thing.",
  method_not_allowed: "This address takes GET, POST.",
  turn_in_progress: "The last message is still being answered. Wait, or stop it.",
  idempotency_conflict: "This Idempotency-Key was used for another request before.",
  no_approval_pending: "Nothing waits for approval here any more.",
  not_retryable: "Only the last message can be tried again, when its answer failed or was stopped.",
  undo_conflict: "Task 4 has changed since.",
  email_taken: "There is an account with this e-mail address already.",
  payload_too_large: "A body may have at most 256 KiB.",
  unsupported_media_type: "Send the body as Content-Type: application/json.",
  rate_limited: "That was a lot in one minute. Try again soon.",
  internal: "Something went wrong here. The request id finds it in the log.",
  database_unavailable: "The database can't be reached right now. Try again in a moment.",
  model_unavailable:
    "The model doesn't answer right now. Your message is kept; try again in a moment.",
  shutting_down: "This server is being restarted. Send it again in a few seconds.",
};

const exampleOf = (code: ErrorCode) => {
  const fields =
    code === "invalid_request"
      ? { fields: [{ path: "title", message: "The title must not be empty." }] }
      : {};
  return problemOf(new AppError(code, DETAILS[code], fields), EXAMPLE.IDS.request);
};

/** An example of every code's problem, for the components. */
export const problemExamples = () =>
  Object.fromEntries(
    (Object.keys(DETAILS) as ErrorCode[]).map((code) => {
      const value = exampleOf(code);
      return [code, { summary: value.title, value }];
    }),
  );

const header = (name: string) => ({ [name]: { $ref: `#/components/headers/${name}` } });

const responseTo = (status: number, codes: readonly ErrorCode[]) => ({
  description: codes.map((code) => `${exampleOf(code).title} (\`${code}\`)`).join(" · "),
  headers: {
    ...header("X-Request-Id"),
    ...(codes.some((code) => code === "rate_limited" || code === "shutting_down")
      ? header("Retry-After")
      : {}),
    ...(codes.some((code) => code === "unauthenticated" || code === "insufficient_scope")
      ? header("WWW-Authenticate")
      : {}),
  },
  content: {
    "application/problem+json": {
      schema: {
        $ref: "#/components/schemas/Problem",
        properties: { status: { const: status }, code: { enum: codes } },
      },
      examples: Object.fromEntries(
        codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
      ),
    },
  },
});

/** The responses of everything that an operation can refuse or fail with. */
export const errorResponses = (operation: Operation): Record<string, object> => {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(operation)) {
    const { status } = new AppError(code, DETAILS[code]);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [String(status), responseTo(status, codes)]),
  );
};
