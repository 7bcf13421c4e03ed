/** Stands where the sign-up form would, when no account can be made: why, and what can be done. */
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { AuthHeading } from "./auth-heading";

const TITLES = {
  open: "Create an account",
  invite: "By invitation",
  closed: "Sign-up is closed",
} as const;

export const SignUpRefused = ({
  mode,
  message,
  signIn,
}: {
  mode: keyof typeof TITLES;
  message: string;
  signIn: string;
}) => (
  <>
    <AuthHeading title={TITLES[mode]}>{message}</AuthHeading>
    <Link href={signIn} className={buttonClass({ size: "lg" })}>
      Sign in
    </Link>
  </>
);
