/** Signing in. Who is signed in already goes straight on. */
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthHeading, linkClass } from "@/components/auth/auth-heading";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { providerProblem } from "@/components/auth/provider-problem";
import { safeNext } from "@/components/auth/safe-next";
import { SignInForm } from "@/components/auth/sign-in-form";
import { pageCaller } from "@/lib/auth/page-context";
import { readPendingLink } from "@/lib/auth/pending-link";
import { offeredProviders } from "@/lib/auth/providers";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Sign in" };

type Query = Partial<Record<"next" | "error" | "link", string | string[]>>;

const SignInPage = async ({ searchParams }: { searchParams: Promise<Query> }) => {
  const query = await searchParams;
  const next = safeNext(query.next);
  if (await pageCaller()) redirect(next);
  const token = typeof query.link === "string" ? query.link : undefined;
  const link = token === undefined ? null : await readPendingLink(token);
  const providers = offeredProviders(env());
  if (token !== undefined && link) {
    const { name } = providers.find(({ id }) => id === link.provider) ?? { name: link.provider };
    return (
      <>
        <AuthHeading title="Is this you?">
          There is an account with this address already. Sign in with its password once; from then
          on {name} opens it too.
        </AuthHeading>
        <SignInForm next={next} link={{ token, email: link.email }} />
      </>
    );
  }
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
      <SignInForm
        next={next}
        problem={providerProblem(token === undefined ? query.error : "link_expired")}
      />
      <ProviderButtons providers={providers} callbackUrl={next} />
    </>
  );
};

export default SignInPage;
