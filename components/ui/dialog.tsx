"use client";
/**
 * A modal dialog on the native `<dialog>`: the browser keeps the focus inside, closes on Esc and gives the focus
 * back. The parent owns `open`; `onClose` is called for every way of closing.
 */
import { useEffect, useId, useRef, type ReactNode } from "react";

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What the dialog says under its title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the safe one first: it gets the focus when there is no field. */
  actions?: ReactNode;
};

export const Dialog = ({ open, onClose, title, description, children, actions }: DialogProps) => {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    // The dialog itself is only hit where its backdrop is: its content fills it. Esc is the keyboard's way out.
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="dialog m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card border border-line bg-raised p-0 text-ink shadow-float"
    >
      {open && (
        <div className="p-5">
          <h2 id={`${id}-title`} className="text-18 font-semibold [overflow-wrap:anywhere]">
            {title}
          </h2>
          {description && (
            <div id={`${id}-description`} className="mt-2 text-14 text-ink-soft">
              {description}
            </div>
          )}
          {children && <div className="mt-4">{children}</div>}
          {actions && <div className="mt-5 flex flex-wrap justify-end gap-2">{actions}</div>}
        </div>
      )}
    </dialog>
  );
};
