/**
 * Beginning and ending the browser's session through next-auth, whose client is fetched only when it is needed.
 * Used by the auth forms, the account menu and the settings.
 */
export type SignInOutcome = "signed_in" | "wrong" | "rate_limited" | "unreachable";

/** Signs in with e-mail and password; sets the session's cookie and stays on the page. */
export const startSession = async (
  email: string,
  password: string,
  /** What GitHub or Google said before, to be linked to this account. */
  link?: string,
): Promise<SignInOutcome> => {
  try {
    const { getCsrfToken, signIn } = await import("next-auth/react");
    // Asked first because `signIn` leaves the page when it cannot reach the server.
    if (!(await getCsrfToken())) return "unreachable";
    const result = await signIn("credentials", {
      redirect: false,
      email,
      password,
      ...(link !== undefined && { link }),
    });
    if (result?.ok && !result.error) return "signed_in";
    if (result?.error === "rate_limited") return "rate_limited";
    return result?.error === "CredentialsSignin" ? "wrong" : "unreachable";
  } catch {
    // The answer was not next-auth's: the server is down, or something stands between.
    return "unreachable";
  }
};

/** Leaves for the provider's page, which leads back to `callbackUrl`. @throws when the server cannot be reached. */
export const startProviderSession = async (
  provider: "github" | "google",
  callbackUrl: string,
): Promise<void> => {
  const { signIn } = await import("next-auth/react");
  await signIn(provider, { callbackUrl });
};

/** Signs this browser out and shows the sign-in page. @throws when the server cannot be reached. */
export const endSession = async (): Promise<void> => {
  const { signOut } = await import("next-auth/react");
  await signOut({ redirect: false });
  window.location.assign("/signin");
};
