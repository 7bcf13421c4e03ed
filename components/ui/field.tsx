/**
 * A text field: a label, the control, a hint and an error, wired together for screen readers.
 * Used by every form; the parent holds the value and the error.
 */
import clsx from "clsx";
import { useId, type ComponentProps, type ReactNode } from "react";

export type TextFieldProps = ComponentProps<"input"> & {
  label: string;
  /** A sentence under the control. An error takes its place. */
  hint?: string | undefined;
  error?: string | undefined;
  /** A small control inside the field, at its end (such as "Show"). */
  end?: ReactNode;
};

export const TextField = ({
  label,
  hint,
  error,
  end,
  className,
  id: given,
  ...props
}: TextFieldProps) => {
  const made = useId();
  const id = given ?? made;
  const note = error ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-14 font-medium text-ink">
        {label}
      </label>
      <div className="relative">
        <input
          {...props}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          className={clsx(
            "h-11 w-full min-w-0 rounded-control border border-line-strong bg-raised px-3 text-15 text-ink placeholder:text-ink-soft read-only:border-line read-only:bg-surface read-only:text-ink-soft focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-danger aria-invalid:outline-danger",
            // Phones zoom into fields with smaller text.
            "pointer-coarse:text-[16px]",
            end && "pe-20",
            className,
          )}
        />
        {end && <div className="absolute inset-y-0 end-1 flex items-center">{end}</div>}
      </div>
      {note && (
        <p
          id={`${id}-note`}
          className={clsx("mt-1.5 text-13", error ? "text-danger" : "text-ink-soft")}
        >
          {note}
        </p>
      )}
    </div>
  );
};
