"use client";
/** Ends every session and token of the person, this one too. */
import { useState } from "react";
import { api, ApiError } from "@/components/api";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";

export const SignOutEverywhere = () => {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const toast = useToast();

  const signOut = async () => {
    setBusy(true);
    try {
      await api("/api/auth/signout-everywhere", { method: "POST" });
      window.location.assign("/signin");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setBusy(false);
      setAsking(false);
      toast({ tone: "error", message: `Not signed out. ${error.message}` });
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
