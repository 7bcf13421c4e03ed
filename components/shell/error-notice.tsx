"use client";
/** What stands where a page failed to render. The reference finds the cause in the server's log. */
import { Button } from "@/components/ui/button";
import { Notice } from "./notice";

/** What Next gives an error page: whatever was thrown, and a way to render again. */
export type ErrorPageProps = { error: unknown; retry: () => void };

const referenceOf = (error: unknown): string | null =>
  error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null;

export const ErrorNotice = ({
  error,
  retry,
  inside = false,
}: ErrorPageProps & { inside?: boolean }) => {
  const reference = referenceOf(error);
  return (
    <>
      <title>Something went wrong · Errand</title>
      <Notice
        title="This page could not be shown"
        inside={inside}
        action={
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        }
      >
        Something went wrong on our side. What you have saved is safe.
        {reference && (
          <span className="mt-3 block text-12 tabular-nums">Reference {reference}</span>
        )}
      </Notice>
    </>
  );
};
