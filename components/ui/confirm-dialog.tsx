"use client";
/** Asks before something that cannot be taken back. The focus starts on the safe answer. */
import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

export type ConfirmDialogProps = {
  open: boolean;
  title: ReactNode;
  /** What happens, and what stays. */
  description: ReactNode;
  /** The verb with its object, e.g. "Delete conversation". */
  confirmLabel: string;
  cancelLabel?: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

export const ConfirmDialog = ({
  open,
  title,
  description,
  confirmLabel,
  cancelLabel = "Keep",
  busy = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) => (
  <Dialog
    open={open}
    onClose={onClose}
    title={title}
    description={description}
    actions={
      <>
        <Button onClick={onClose}>{cancelLabel}</Button>
        <Button variant="danger" busy={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </>
    }
  />
);
