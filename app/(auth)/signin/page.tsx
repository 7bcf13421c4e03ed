/** Signing in. Who is signed in already goes straight on. */
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { safeNext } from "@/components/auth/safe-next";
import { SignInForm } from "@/components/auth/sign-in-form";
import { AuthHeading, linkClass } from "@/components/auth/auth-heading";
import { pageCaller } from "@/lib/auth/page-context";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

const SignInPage = async ({ searchParams }: Props) => {
  const next = safeNext((await searchParams).next);
  if (await pageCaller()) redirect(next);
  return (
    <>
      <AuthHeading title="Sign in">
        New here?{" "}
        <Link
          href={next === "/" ? "/signup" : `/signup?next=${encodeURIComponent(next)}`}
          className={linkClass}
        >
          Create an account
        </Link>
      </AuthHeading>
      <SignInForm next={next} />
    </>
  );
};

export default SignInPage;
