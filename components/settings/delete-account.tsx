"use client";
/** Deletes the account, once its password (or, without one, its address) has been typed. */
import { useRef, useState, type FormEvent } from "react";
import { api, ApiError } from "@/components/api";
import { PasswordField } from "@/components/auth/password-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";

export type DeleteAccountProps = { email: string; hasPassword: boolean; operator: boolean };

const describe = (operator: boolean): string =>
  "What is being answered is stopped, every session and token ends, and all that is yours is deleted at once." +
  (operator ? " You run this installation; after you, whoever has the oldest account does." : "");

export const DeleteAccount = ({ email, hasPassword, operator }: DeleteAccountProps) => {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const close = () => {
    setAsking(false);
    setTyped("");
    setError(undefined);
  };

  const remove = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const body = hasPassword ? { password: typed } : { email: typed };
      await api("/api/me", { method: "DELETE", body });
      window.location.assign("/signin");
    } catch (failed) {
      if (!(failed instanceof ApiError)) throw failed;
      setBusy(false);
      setError(failed.message);
      form.current?.querySelector("input")?.focus();
    }
  };

  const field = {
    name: "confirmation",
    value: typed,
    error,
    required: true,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value),
  };
  return (
    <div>
      <Button onClick={() => setAsking(true)}>Delete account</Button>
      <Dialog
        open={asking}
        onClose={close}
        title="Delete your account?"
        description={describe(operator)}
      >
        <form ref={form} onSubmit={remove} noValidate className="grid gap-5">
          {hasPassword ? (
            <PasswordField {...field} label="Your password" autoComplete="current-password" />
          ) : (
            <TextField
              {...field}
              label="Your e-mail address"
              type="email"
              autoComplete="off"
              hint={`Type ${email} to confirm.`}
            />
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={close}>Keep account</Button>
            <Button type="submit" variant="danger" busy={busy} disabled={typed === ""}>
              Delete account
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
};
