"use client";
/** Makes an account and signs in with it; then on to `next`. */
import { api, ApiError } from "@/components/api";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { FormError } from "./form-error";
import { PasswordField } from "./password-field";
import { startSession } from "./session";
import { errorsOf, useAuthForm } from "./use-auth-form";

export const SignUpForm = ({ next, passwordMin }: { next: string; passwordMin: number }) => {
  const { errors, busy, formProps, submitType } = useAuthForm(async (data) => {
    const name = String(data.get("name")).trim();
    const email = String(data.get("email")).trim();
    const password = String(data.get("password"));
    try {
      await api("/api/auth/signup", {
        method: "POST",
        body: { email, password, ...(name !== "" && { name }) },
      });
    } catch (error) {
      if (error instanceof ApiError && error.code === "email_taken") {
        return { fields: { email: "There is an account with this address. Sign in instead." } };
      }
      return errorsOf(error);
    }
    const outcome = await startSession(email, password);
    // The account is there in any case; signing in is tried again on its own page.
    const signIn = `/signin?next=${encodeURIComponent(next)}`;
    window.location.assign(outcome === "signed_in" ? next : signIn);
    return null;
  });

  return (
    <form {...formProps} className="grid gap-4">
      <FormError>{errors.form}</FormError>
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
