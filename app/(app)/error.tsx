"use client";
/** A page of the app failed to render: conversations and tasks around it stay usable. */
import { ErrorNotice, type ErrorPageProps } from "@/components/shell/error-notice";
import { PageHeader } from "@/components/shell/page-header";

const ErrorPage = (props: ErrorPageProps) => (
  <>
    <PageHeader title="Something went wrong" />
    <div className="relative grid flex-1 place-items-center overflow-y-auto">
      <ErrorNotice {...props} inside />
    </div>
  </>
);

export default ErrorPage;
