"use client";
/** Signing in with what people have elsewhere: a button for each provider that is configured. */
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ProviderMark } from "./provider-mark";
import { startProviderSession } from "./session";

export type Provider = { id: "github" | "google"; name: string };

export const ProviderButtons = ({
  providers,
  callbackUrl,
}: {
  providers: readonly Provider[];
  /** Where to go when it has worked. */
  callbackUrl: string;
}) => {
  const [leaving, setLeaving] = useState<Provider["id"] | null>(null);
  const [failed, setFailed] = useState(false);
  if (providers.length === 0) return null;

  const go = async (id: Provider["id"]) => {
    setLeaving(id);
    setFailed(false);
    try {
      await startProviderSession(id, callbackUrl);
    } catch {
      setLeaving(null);
      setFailed(true);
    }
  };

  return (
    <div className="mt-6">
      <div aria-hidden="true" className="mb-6 flex items-center gap-3 text-13 text-ink-soft">
        <span className="h-px flex-1 bg-line" />
        or
        <span className="h-px flex-1 bg-line" />
      </div>
      <div className="grid gap-3">
        {providers.map(({ id, name }) => (
          <Button key={id} size="lg" busy={leaving === id} onClick={() => void go(id)}>
            <ProviderMark id={id} />
            Continue with {name}
          </Button>
        ))}
      </div>
      <p role="alert" className="mt-3 text-13 text-danger empty:hidden">
        {failed && "Errand can’t be reached. Check your connection and try again."}
      </p>
    </div>
  );
};
