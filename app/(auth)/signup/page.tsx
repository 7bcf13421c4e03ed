/** Making an account, as `SIGNUP` allows. Who is signed in already goes straight on. */
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthHeading, linkClass } from "@/components/auth/auth-heading";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { safeNext } from "@/components/auth/safe-next";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { SignUpRefused } from "@/components/auth/sign-up-refused";
import { getDatabase } from "@/db/client";
import { pageCaller } from "@/lib/auth/page-context";
import { offeredProviders } from "@/lib/auth/providers";
import { env } from "@/lib/env";
import { signUpState } from "@/lib/users/admission";
import { PASSWORD_MIN } from "@/lib/users/schema";

export const metadata: Metadata = { title: "Create an account" };

type Query = { next?: string | string[]; invite?: string | string[] };

const SignUpPage = async ({ searchParams }: { searchParams: Promise<Query> }) => {
  const query = await searchParams;
  const next = safeNext(query.next);
  if (await pageCaller()) redirect(next);
  const invitation = typeof query.invite === "string" ? query.invite : undefined;
  const admission = { mode: env().SIGNUP, invitation };
  const state = await signUpState(await getDatabase(), admission, new Date());
  const signIn = next === "/" ? "/signin" : `/signin?next=${encodeURIComponent(next)}`;
  if (state.kind === "refused") {
    return <SignUpRefused mode={admission.mode} message={state.message} signIn={signIn} />;
  }
  return (
    <>
      <AuthHeading title="Create an account">
        Have one already?{" "}
        <Link href={signIn} className={linkClass}>
          Sign in
        </Link>
      </AuthHeading>
      <SignUpForm
        next={next}
        passwordMin={PASSWORD_MIN}
        invitation={invitation}
        email={state.email}
        first={state.first}
      />
      <ProviderButtons
        providers={offeredProviders(env())}
        callbackUrl={
          invitation === undefined ? next : `/signup?invite=${encodeURIComponent(invitation)}`
        }
      />
    </>
  );
};

export default SignUpPage;
