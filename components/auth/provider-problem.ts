/** What a way through GitHub or Google that led back to the sign-in page has met. */

const PROBLEMS: Readonly<Record<string, string>> = {
  email_unverified:
    "They haven’t verified your e-mail address. Verify it with them and try again, or sign in with your password.",
  signup_closed:
    "There is no account with your address, and nobody can make one here at the moment.",
  invitation_required:
    "There is no account with your address, and making one takes an invitation. Open the link that you were sent, and continue from there.",
  invitation_invalid:
    "The invitation doesn’t fit: it was used, has expired, or is for another address. Ask for a new one.",
  link_expired: "That took too long. Start again.",
  AccessDenied: "You did not allow it, so you are not signed in.",
  database_unavailable: "Errand can’t reach its database. Try again in a moment.",
};

/** The sentence for `?error=`; undefined where there is none. Anybody may write an address, so no word of it is shown. */
export const providerProblem = (error: string | string[] | undefined): string | undefined => {
  if (typeof error !== "string") return undefined;
  return PROBLEMS[error] ?? "Signing in did not work. Try again.";
};
