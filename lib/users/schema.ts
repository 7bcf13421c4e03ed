/**
 * A person's account, as REST and the page see it.
 * Browser-safe: zod and pure functions only.
 */
import { z } from "zod";
import { codePoints, shortText } from "@/lib/tasks/schema";

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    // Offsets such as "+02:00" are accepted by Intl but are not zones: they know no daylight saving.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
};

/** An IANA time zone, such as `Europe/Berlin`. */
export const timeZone = z
  .string()
  .refine(isTimeZone, "A time zone is an IANA name, such as Europe/Berlin.")
  .describe("An IANA name, such as Europe/Berlin.");

export const email = z
  .string({ error: "Enter an e-mail address." })
  .trim()
  .toLowerCase()
  .max(254, "That e-mail address is too long.")
  .pipe(z.email({ error: "Enter an e-mail address, such as ada@example.com." }));

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 200;

/** Never trimmed or changed; counted in code points. */
export const password = z
  .string({ error: "Enter a password." })
  .refine(
    (value) => codePoints(value) >= PASSWORD_MIN,
    `A password has at least ${PASSWORD_MIN} characters.`,
  )
  .refine(
    (value) => codePoints(value) <= PASSWORD_MAX,
    `A password has at most ${PASSWORD_MAX} characters.`,
  )
  .describe(`${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`);

export const userName = shortText(100, 1, "The name");

export const signUpInput = z.strictObject({
  email,
  password,
  name: userName.optional(),
  invitation: z
    .string()
    .max(200)
    .optional()
    .describe("What follows `?invite=` in an invitation's link, where one is needed."),
});
export type SignUpInput = z.infer<typeof signUpInput>;

/** At sign-in any password may be tried; a wrong one is `invalid_credentials`, not a form error. */
export const signInInput = z.strictObject({ email, password: z.string().min(1).max(1000) });
export type SignInInput = z.infer<typeof signInInput>;

/** What `DELETE /api/me` takes, so that nobody does it by accident or in another's name. */
export const confirmation = z.strictObject({
  password: z.string().max(1000).optional().describe("Where the account has one."),
  email: email.optional().describe("The account's, where it has no password."),
});
export type Confirmation = z.infer<typeof confirmation>;

/** What an access token may do: look, or look and change. */
export const tokenScope = z.enum(["read", "write"], { error: "The scope is read or write." });

export const TOKEN_DAYS_MAX = 366;

/** What `POST /api/tokens` takes. */
export const newAccessToken = z.strictObject({
  name: userName,
  scope: tokenScope,
  expires_in_days: z
    .int("This is a whole number of days.")
    .min(1, "A token is good for at least a day.")
    .max(TOKEN_DAYS_MAX, `A token is good for at most ${TOKEN_DAYS_MAX} days.`)
    .nullable()
    .default(90)
    .describe("Null: until it is deleted."),
});
export type NewAccessToken = z.input<typeof newAccessToken>;

/** An access token as it is shown afterwards: without the token itself. */
export const accessToken = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  scope: tokenScope,
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().nullable(),
  last_used_at: z.iso.datetime().nullable(),
});
export type AccessToken = z.infer<typeof accessToken>;

export const INVITATION_DAYS_MAX = 30;

/** What `POST /api/invitations` takes. */
export const newInvitation = z.strictObject({
  email: email
    .nullable()
    .default(null)
    .describe("The only address it is good for; null for whoever has the link."),
  expires_in_days: z
    .int("This is a whole number of days.")
    .min(1, "An invitation is good for at least a day.")
    .max(INVITATION_DAYS_MAX, `An invitation is good for at most ${INVITATION_DAYS_MAX} days.`)
    .default(7),
});
export type NewInvitation = z.input<typeof newInvitation>;

/** An invitation as it is shown afterwards: without its link. */
export const invitation = z.strictObject({
  id: z.uuid(),
  email: z.string().nullable(),
  status: z.enum(["open", "used", "expired"]),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  used_at: z.iso.datetime().nullable(),
  used_by: z.string().nullable().describe("The e-mail address of who used it."),
});
export type Invitation = z.infer<typeof invitation>;

export const confirmDeletions = z.enum(["always", "many", "never"]);

/** `GET /api/me`. */
export const me = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  time_zone: z.string(),
  confirm_deletions: confirmDeletions,
});
export type Me = z.infer<typeof me>;

/** `PATCH /api/me`. */
export const mePatch = z
  .strictObject({
    name: userName.optional(),
    time_zone: timeZone.optional(),
    confirm_deletions: confirmDeletions.optional(),
  })
  .refine((value) => Object.values(value).some((field) => field !== undefined), {
    message: "Name at least one field to change.",
  });
export type MePatch = z.infer<typeof mePatch>;
