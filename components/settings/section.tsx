/** One part of the settings, under its own heading. */
import { useId, type ReactNode } from "react";

export const Section = ({
  title,
  description,
  children,
}: {
  title: string;
  description?: string;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line py-7 first:border-t-0">
      <h2 id={id} className="text-15 font-semibold">
        {title}
      </h2>
      {description && <p className="mt-0.5 text-14 text-ink-soft">{description}</p>}
      <div className="mt-4 grid gap-4">{children}</div>
    </section>
  );
};
