"use client";
/** E-mail and password of somebody who has an account; then on to `next`. */
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { FormError } from "./form-error";
import { PasswordField } from "./password-field";
import { startSession, type SignInOutcome } from "./session";
import { useAuthForm, type FormErrors } from "./use-auth-form";

const FAILED: Record<Exclude<SignInOutcome, "signed_in">, string> = {
  wrong: "The e-mail address or the password is wrong.",
  rate_limited: "Too many tries. Wait a minute, then try again.",
  unreachable: "Errand can’t be reached. Check your connection and try again.",
};

const missing = (email: string, password: string): FormErrors | null => {
  const fields = {
    ...(email === "" && { email: "Enter your e-mail address." }),
    ...(password === "" && { password: "Enter your password." }),
  };
  return Object.keys(fields).length > 0 ? { fields } : null;
};

export type SignInFormProps = {
  next: string;
  /** Why the way through GitHub or Google led back here. */
  problem?: string | undefined;
  /** What waits to be linked to the account with this address. */
  link?: { token: string; email: string } | undefined;
};

export const SignInForm = ({ next, problem, link }: SignInFormProps) => {
  const { errors, busy, formProps, submitType } = useAuthForm(async (data) => {
    const email = String(data.get("email")).trim();
    const password = String(data.get("password"));
    const incomplete = missing(email, password);
    if (incomplete) return incomplete;
    const outcome = await startSession(email, password, link?.token);
    if (outcome !== "signed_in") return { form: FAILED[outcome] };
    // A whole new page: everything that was rendered for nobody is dropped.
    window.location.assign(next);
    return null;
  });

  return (
    <form {...formProps} className="grid gap-4">
      <FormError>{errors.form ?? (busy ? undefined : problem)}</FormError>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        required
        defaultValue={link?.email}
        readOnly={link !== undefined}
        error={errors.fields?.["email"]}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        error={errors.fields?.["password"]}
      />
      <Button type={submitType} variant="primary" size="lg" busy={busy} className="mt-2">
        Sign in
      </Button>
    </form>
  );
};
