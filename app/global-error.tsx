"use client";
/** The document itself failed to render: the last page there is, with a document of its own. */
import "./globals.css";
import { ErrorNotice, type ErrorPageProps } from "@/components/shell/error-notice";

const GlobalError = (props: ErrorPageProps) => (
  <html lang="en">
    <body>
      <main className="grid min-h-dvh place-items-center">
        <ErrorNotice {...props} />
      </main>
    </body>
  </html>
);

export default GlobalError;
