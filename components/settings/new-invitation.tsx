"use client";
/** Makes an invitation and shows its link, once, to be copied. */
import { useRef, useState, type FormEvent } from "react";
import { api, ApiError } from "@/components/api";
import { useErrorToast } from "@/components/shell/use-error-toast";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { Invitation } from "@/lib/users/schema";
import { ShownOnce } from "./shown-once";

type Made = Invitation & { url: string };

export const NewInvitation = ({ onMade }: { onMade: (made: Invitation) => void }) => {
  const [made, setMade] = useState<Made | null>(null);
  const [email, setEmail] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const fail = useErrorToast();

  const invite = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const body = email.trim() === "" ? {} : { email };
      const answer = await api<Made>("/api/invitations", { method: "POST", body });
      const { url: _url, ...invitation } = answer;
      setMade(answer);
      setEmail("");
      onMade(invitation);
    } catch (failed) {
      if (!(failed instanceof ApiError)) throw failed;
      const fault = failed.fields.find(({ path }) => path === "email");
      setError(fault?.message);
      if (fault) field.current?.focus();
      else fail(`No link made. ${failed.message}`, failed);
    } finally {
      setBusy(false);
    }
  };

  if (made) {
    return (
      <ShownOnce
        label={made.email === null ? "Link" : `Link for ${made.email}`}
        value={made.url}
        what="link"
        hint="Copy it now: it is not shown again. Send it to one person, who has a week to use it."
        onDone={() => setMade(null)}
      />
    );
  }
  return (
    <form onSubmit={invite} noValidate className="grid gap-4">
      <TextField
        ref={field}
        label="E-mail"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        hint="Optional. The link is then good for this address only. Errand sends no mail: you pass it on."
        error={error}
      />
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          Make link
        </Button>
      </div>
    </form>
  );
};
