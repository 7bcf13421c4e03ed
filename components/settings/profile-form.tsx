"use client";
/** Name and time zone, saved together. */
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useSyncExternalStore, type FormEvent } from "react";
import { api, ApiError } from "@/components/api";
import { useErrorToast } from "@/components/shell/use-error-toast";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { Me, MePatch } from "@/lib/users/schema";
import { TimeZoneField } from "./time-zone-field";

const subscribeToNothing = () => () => {};

const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const ProfileForm = ({ me, renderedAt }: { me: Me; renderedAt: string }) => {
  const [given, setGiven] = useState(me);
  const [saved, setSaved] = useState(me);
  // What is being changed; null shows what is saved.
  const [newName, setNewName] = useState<string | null>(null);
  const [newZone, setNewZone] = useState<string | null>(null);
  // The server doesn't know it.
  const device = useSyncExternalStore(subscribeToNothing, deviceZone, () => null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toast = useToast();
  const fail = useErrorToast();
  const router = useRouter();

  // The server rendered again: it may know more, such as the zone that this browser has just told it.
  if (me !== given) {
    setGiven(me);
    setSaved(me);
  }
  const name = newName ?? saved.name;
  const zone = newZone ?? saved.time_zone;

  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  const patch: MePatch = {
    ...(name.trim() !== saved.name && { name }),
    ...(zone !== saved.time_zone && { time_zone: zone }),
  };
  const changed = Object.keys(patch).length > 0;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !changed) return;
    setBusy(true);
    setErrors({});
    try {
      setSaved(await api<Me>("/api/me", { method: "PATCH", body: patch }));
      setNewName(null);
      setNewZone(null);
      toast({ message: "Saved." });
      // The sidebar shows the name, and its days are those of the zone.
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.fields.length === 0) fail(`Not saved. ${error.message}`, error);
      setErrors(Object.fromEntries(error.fields.map(({ path, message }) => [path, message])));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form ref={form} onSubmit={save} noValidate className="grid gap-4">
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        value={name}
        onChange={(event) => setNewName(event.target.value)}
        error={errors["name"]}
      />
      <TextField label="E-mail" value={me.email} readOnly autoComplete="email" />
      <div>
        <TimeZoneField
          value={zone}
          onChange={setNewZone}
          renderedAt={renderedAt}
          error={errors["time_zone"]}
        />
        {device !== null && device !== zone && (
          <Button size="sm" className="mt-2" onClick={() => setNewZone(device)}>
            Use this device’s zone
          </Button>
        )}
      </div>
      <div>
        <Button type="submit" variant="primary" busy={busy} disabled={!changed}>
          Save
        </Button>
      </div>
    </form>
  );
};
