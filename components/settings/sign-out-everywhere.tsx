"use client";
/** Ends every session and token of the person, this one too. */
import { useState } from "react";
import { api, ApiError } from "@/components/api";
import { useErrorToast } from "@/components/shell/use-error-toast";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export const SignOutEverywhere = () => {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const fail = useErrorToast();

  const signOut = async () => {
    setBusy(true);
    try {
      await api("/api/auth/signout-everywhere", { method: "POST" });
      window.location.assign("/signin");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setBusy(false);
      setAsking(false);
      fail(`Not signed out. ${error.message}`, error);
    }
  };

  return (
    <div>
      <Button onClick={() => setAsking(true)}>Sign out everywhere</Button>
      <ConfirmDialog
        open={asking}
        title="Sign out everywhere?"
        description="Every browser and program that is signed in as you, this one too, has to sign in again."
        cancelLabel="Stay signed in"
        confirmLabel="Sign out everywhere"
        busy={busy}
        onConfirm={() => void signOut()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
};
