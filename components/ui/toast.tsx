"use client";
/**
 * Short messages at the edge of the page, read out politely, with at most one action each (such as "Undo").
 * `ToastProvider` stands once, around the app; `useToast()` shows one. They wait while the pointer or the focus is
 * on them, and stand above dialogs and drawers.
 */
import { X } from "lucide-react";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";

export type ToastOptions = {
  /** One short sentence. */
  message: string;
  action?: { label: string; onAction: () => void };
  /** Errors are read out at once and stay until they are closed. */
  tone?: "error";
};

type Toast = ToastOptions & { id: number };

const SHOWN_AT_ONCE = 3;
const SECONDS = 6;
const SECONDS_WITH_ACTION = 12;

/** Shows a toast; what it gives back closes it before its time. */
export type ShowToast = (options: ToastOptions) => () => void;

const ToastContext = createContext<ShowToast | null>(null);

export const useToast = (): ShowToast => {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a <ToastProvider> above it.");
  return show;
};

const ToastCard = ({ toast, onClose }: { toast: Toast; onClose: (id: number) => void }) => {
  const [held, setHeld] = useState(false);
  const { id, message, action, tone } = toast;

  useEffect(() => {
    if (held || tone === "error") return;
    const seconds = action ? SECONDS_WITH_ACTION : SECONDS;
    const timer = setTimeout(() => onClose(id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, tone, action, id, onClose]);

  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="toast pointer-events-auto flex items-center gap-2 rounded-card border border-line bg-raised py-1.5 ps-4 pe-1.5 text-14 text-ink shadow-float"
    >
      <p className="min-w-0 flex-1 py-1.5">{message}</p>
      {action && (
        <Button
          variant="plain"
          size="sm"
          className="text-accent-ink"
          onClick={() => {
            action.onAction();
            onClose(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        label="Close"
        size="sm"
        icon={<X aria-hidden="true" className="size-4" />}
        onClick={() => onClose(id)}
      />
    </li>
  );
};

export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const region = useRef<HTMLElement>(null);

  const close = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  const show = useCallback(
    (options: ToastOptions) => {
      next.current += 1;
      const id = next.current;
      setToasts((shown) => [...shown, { ...options, id }].slice(-SHOWN_AT_ONCE));
      return () => close(id);
    },
    [close],
  );

  const newest = toasts.at(-1);
  const newestId = newest?.id;
  useEffect(() => {
    // Shown anew for each toast: the last one shown stands on top of open drawers.
    region.current?.hidePopover();
    if (newestId !== undefined) region.current?.showPopover();
  }, [newestId]);

  return (
    <ToastContext value={show}>
      {children}
      {/* Read out from here: a region must be on the page before its words are, and the cards come and go. */}
      <div role="status" className="sr-only">
        {newest && newest.tone !== "error" && <p key={newest.id}>{newest.message}</p>}
      </div>
      <div role="alert" className="sr-only">
        {newest?.tone === "error" && <p key={newest.id}>{newest.message}</p>}
      </div>
      <section
        ref={region}
        popover="manual"
        aria-label="Notifications"
        className="pointer-events-none fixed inset-auto start-4 end-4 top-[max(1rem,env(safe-area-inset-top))] m-0 w-auto overflow-visible border-0 bg-transparent p-0 md:start-auto md:top-auto md:bottom-4 md:w-92"
      >
        <ul className="flex flex-col gap-2">
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onClose={close} />
          ))}
        </ul>
      </section>
    </ToastContext>
  );
};
