"use client";
/** A page failed to render, together with what is around it. */
import { ErrorNotice, type ErrorPageProps } from "@/components/shell/error-notice";

const ErrorPage = (props: ErrorPageProps) => (
  <main className="grid min-h-dvh place-items-center">
    <ErrorNotice {...props} />
  </main>
);

export default ErrorPage;
