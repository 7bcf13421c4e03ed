/** Words for screen readers where the page shows them in another way. */
import type { ComponentProps } from "react";

export const VisuallyHidden = (props: ComponentProps<"span">) => (
  <span {...props} className="sr-only" />
);
