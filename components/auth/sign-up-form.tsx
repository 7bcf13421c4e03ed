"use client";
/** Makes an account and signs in with it; then on to `next`. */
import { api, ApiError } from "@/components/api";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { FormError } from "./form-error";
import { PasswordField } from "./password-field";
import { startSession } from "./session";
import { errorsOf, useAuthForm } from "./use-auth-form";

export type SignUpFormProps = {
  next: string;
  passwordMin: number;
  /** The token of an invitation's link, and the address that it is for, if it is for one. */
  invitation: string | undefined;
  email: string | null;
  /** The first account is the operator's. */
  first: boolean;
};

export const SignUpForm = ({ next, passwordMin, invitation, email, first }: SignUpFormProps) => {
  const { errors, busy, formProps, submitType } = useAuthForm(async (data) => {
    const name = String(data.get("name")).trim();
    const address = String(data.get("email")).trim();
    const password = String(data.get("password"));
    try {
      await api("/api/auth/signup", {
        method: "POST",
        body: {
          email: address,
          password,
          ...(name !== "" && { name }),
          ...(invitation !== undefined && { invitation }),
        },
      });
    } catch (error) {
      if (error instanceof ApiError && error.code === "email_taken") {
        return { fields: { email: "There is an account with this address. Sign in instead." } };
      }
      return errorsOf(error);
    }
    const outcome = await startSession(address, password);
    // The account is there in any case; signing in is tried again on its own page.
    const signIn = `/signin?next=${encodeURIComponent(next)}`;
    window.location.assign(outcome === "signed_in" ? next : signIn);
    return null;
  });

  return (
    <form {...formProps} className="grid gap-4">
      <FormError>{errors.form}</FormError>
      {first && (
        <p className="text-14 text-ink-soft">
          This is the first account here, so it runs this installation and can invite others.
        </p>
      )}
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        hint="Optional. How Errand addresses you."
        error={errors.fields?.["name"]}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        required
        defaultValue={email ?? undefined}
        readOnly={email !== null}
        hint={email === null ? undefined : "The invitation is for this address."}
        error={errors.fields?.["email"]}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        required
        minLength={passwordMin}
        hint={`At least ${passwordMin} characters.`}
        error={errors.fields?.["password"]}
      />
      <Button type={submitType} variant="primary" size="lg" busy={busy} className="mt-2">
        Create account
      </Button>
    </form>
  );
};
