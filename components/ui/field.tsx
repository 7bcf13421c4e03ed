/**
 * Text fields: a label, the control, a hint and an error, wired together for screen readers.
 * Used by every form; the parent holds the values and the errors.
 */
import clsx from "clsx";
import { useId, type ComponentProps, type ReactNode } from "react";

type FieldProps = {
  label: string;
  /** A sentence under the control. An error takes its place. */
  hint?: string | undefined;
  error?: string | undefined;
  /** The label is read out but not shown: only where the place says it already. */
  hideLabel?: boolean;
};

const CONTROL =
  "w-full min-w-0 rounded-control border border-line-strong bg-raised text-15 text-ink placeholder:text-ink-soft focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 read-only:border-line read-only:bg-surface read-only:text-ink-soft disabled:opacity-60 aria-invalid:border-danger aria-invalid:outline-danger";

/** The ids and attributes that tie a control to its label, hint and error. */
const useFieldWiring = (given: string | undefined, { hint, error }: FieldProps) => {
  const made = useId();
  const id = given ?? made;
  const noteId = `${id}-note`;
  return {
    id,
    noteId,
    control: {
      id,
      "aria-invalid": error ? (true as const) : undefined,
      "aria-describedby": error || hint ? noteId : undefined,
    },
  };
};

const FieldFrame = ({
  id,
  noteId,
  label,
  hint,
  error,
  hideLabel,
  children,
}: FieldProps & { id: string; noteId: string; children: ReactNode }) => (
  <div>
    <label
      htmlFor={id}
      className={hideLabel ? "sr-only" : "mb-1.5 block text-14 font-medium text-ink"}
    >
      {label}
    </label>
    {children}
    {(error || hint) && (
      <p id={noteId} className={clsx("mt-1.5 text-13", error ? "text-danger" : "text-ink-soft")}>
        {error ?? hint}
      </p>
    )}
  </div>
);

export type TextFieldProps = ComponentProps<"input"> &
  FieldProps & {
    /** A small control inside the field, at its end (such as "Show"). */
    end?: ReactNode;
  };

export const TextField = ({
  label,
  hint,
  error,
  hideLabel,
  end,
  className,
  id: given,
  ...props
}: TextFieldProps) => {
  const field = { label, hint, error, hideLabel: hideLabel ?? false };
  const { id, noteId, control } = useFieldWiring(given, field);
  return (
    <FieldFrame {...field} id={id} noteId={noteId}>
      <div className="relative">
        <input
          {...props}
          {...control}
          className={clsx(CONTROL, "h-11 px-3", end && "pe-20", className)}
        />
        {end && <div className="absolute inset-y-0 end-1 flex items-center">{end}</div>}
      </div>
    </FieldFrame>
  );
};

export type TextAreaProps = ComponentProps<"textarea"> & FieldProps;

export const TextArea = ({
  label,
  hint,
  error,
  hideLabel,
  className,
  id: given,
  ...props
}: TextAreaProps) => {
  const field = { label, hint, error, hideLabel: hideLabel ?? false };
  const { id, noteId, control } = useFieldWiring(given, field);
  return (
    <FieldFrame {...field} id={id} noteId={noteId}>
      <textarea
        rows={3}
        {...props}
        {...control}
        className={clsx(CONTROL, "px-3 py-2", className)}
      />
    </FieldFrame>
  );
};
