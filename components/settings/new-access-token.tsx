"use client";
/** Makes an access token and shows it, once, to be copied. */
import { useId, useRef, useState, type FormEvent } from "react";
import { api, ApiError } from "@/components/api";
import { useErrorToast } from "@/components/shell/use-error-toast";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { AccessToken } from "@/lib/users/schema";
import { ShownOnce } from "./shown-once";

type Made = AccessToken & { token: string };

const SCOPES = [
  { value: "write", label: "Read and change tasks" },
  { value: "read", label: "Only read" },
] as const;

const DAYS = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
  { value: "", label: "Until you end it" },
] as const;

const Select = ({
  label,
  name,
  options,
  initial,
}: {
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  initial: string;
}) => {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-14 font-medium">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={initial}
        className="h-11 w-full rounded-control border border-line-strong bg-raised px-2.5 text-15 text-ink pointer-coarse:text-[16px]"
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
};

export const NewAccessToken = ({ onMade }: { onMade: (made: AccessToken) => void }) => {
  const [made, setMade] = useState<Made | null>(null);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const fail = useErrorToast();

  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const days = form.get("days");
    setBusy(true);
    setError(undefined);
    try {
      const answer = await api<Made>("/api/tokens", {
        method: "POST",
        body: {
          name: form.get("name"),
          scope: form.get("scope"),
          expires_in_days: days === "" ? null : Number(days),
        },
      });
      const { token: _token, ...shown } = answer;
      setMade(answer);
      onMade(shown);
    } catch (failed) {
      if (!(failed instanceof ApiError)) throw failed;
      const fault = failed.fields.find(({ path }) => path === "name");
      setError(fault?.message);
      if (fault) name.current?.focus();
      else fail(`No token made. ${failed.message}`, failed);
    } finally {
      setBusy(false);
    }
  };

  if (made) {
    return (
      <ShownOnce
        label={`Token for ${made.name}`}
        value={made.token}
        what="token"
        hint="Copy it now: it is not shown again. Whoever has it can act in your name."
        onDone={() => setMade(null)}
      />
    );
  }
  return (
    <form onSubmit={make} noValidate className="grid gap-4">
      <TextField
        ref={name}
        name="name"
        label="Name"
        autoComplete="off"
        maxLength={100}
        hint="What will use it. Changes that it makes carry this name."
        error={error}
      />
      <div className="sm:grid-cols-2 grid gap-4">
        <Select label="It may" name="scope" options={SCOPES} initial="write" />
        <Select label="Good for" name="days" options={DAYS} initial="90" />
      </div>
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          Make token
        </Button>
      </div>
    </form>
  );
};
