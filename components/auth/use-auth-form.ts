"use client";
/**
 * What both auth forms share: errors by field, one for the whole form, the busy state, and the focus that goes to the
 * first field at fault.
 */
import { useEffect, useRef, useState, useSyncExternalStore, type FormEvent } from "react";
import { ApiError } from "@/components/api";

export type FormErrors = {
  fields?: Readonly<Record<string, string>>;
  /** A sentence about the whole. */
  form?: string;
};

/** A failed request as form errors: by field where the server names fields. */
export const errorsOf = (error: unknown): FormErrors => {
  if (!(error instanceof ApiError)) throw error;
  if (error.fields.length === 0) return { form: error.message };
  return { fields: Object.fromEntries(error.fields.map(({ path, message }) => [path, message])) };
};

const subscribeToNothing = () => () => {};

/** False until the page's script runs. */
const useHydrated = () =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );

/** `submit` gives the errors to show, or null when the page is being left. */
export const useAuthForm = (submit: (data: FormData) => Promise<FormErrors | null>) => {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FormErrors>({});
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();

  useEffect(() => {
    if (errors.fields) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setErrors({});
    const failed = await submit(new FormData(event.currentTarget));
    if (!failed) return;
    setErrors(failed);
    setBusy(false);
  };

  return {
    errors,
    busy,
    formProps: { ref: form, method: "post", noValidate: true, onSubmit } as const,
    // Before the script runs the browser would send the form by itself, password and all.
    submitType: hydrated ? ("submit" as const) : ("button" as const),
  };
};
