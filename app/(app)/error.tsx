"use client";
/** A page of the app failed to render: conversations and tasks around it stay usable. */
import { ErrorNotice, type ErrorPageProps } from "@/components/shell/error-notice";

const ErrorPage = (props: ErrorPageProps) => (
  <div className="grid flex-1 place-items-center overflow-y-auto">
    <ErrorNotice {...props} />
  </div>
);

export default ErrorPage;
