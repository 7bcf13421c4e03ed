"use client";
/**
 * The assistant's words. Markdown is rendered by a part of its own that is fetched when the first text needs it;
 * until it is there, and for text without any Markdown, the plain words stand in the same lines.
 */
import { lazy, memo, Suspense } from "react";
import { looksLikeMarkdown } from "./looks-like-markdown";

const Markdown = lazy(() => import("./markdown").then((module) => ({ default: module.Markdown })));

const PlainText = ({ text }: { text: string }) => (
  <div className="flex flex-col gap-3 text-15 [overflow-wrap:anywhere] whitespace-pre-line">
    {text
      .trim()
      .split(/\n{2,}/)
      .map((paragraph, index) => (
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
  </div>
);

/** `listsOnly`: only lists are Markdown there, all else is the words of people's tasks. */
export const AnswerText = memo(({ text, listsOnly }: { text: string; listsOnly: boolean }) =>
  looksLikeMarkdown(text) ? (
    <Suspense fallback={<PlainText text={text} />}>
      <Markdown text={text} listsOnly={listsOnly} />
    </Suspense>
  ) : (
    <PlainText text={text} />
  ),
);
AnswerText.displayName = "AnswerText";
