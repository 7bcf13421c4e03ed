/** Making an account. Who is signed in already goes straight on. */
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthHeading, linkClass } from "@/components/auth/auth-heading";
import { safeNext } from "@/components/auth/safe-next";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { pageCaller } from "@/lib/auth/page-context";
import { PASSWORD_MIN } from "@/lib/users/schema";

export const metadata: Metadata = { title: "Create an account" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

const SignUpPage = async ({ searchParams }: Props) => {
  const next = safeNext((await searchParams).next);
  if (await pageCaller()) redirect(next);
  return (
    <>
      <AuthHeading title="Create an account">
        Have one already?{" "}
        <Link
          href={next === "/" ? "/signin" : `/signin?next=${encodeURIComponent(next)}`}
          className={linkClass}
        >
          Sign in
        </Link>
      </AuthHeading>
      <SignUpForm next={next} passwordMin={PASSWORD_MIN} />
    </>
  );
};

export default SignUpPage;
