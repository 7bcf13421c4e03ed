"use client";
/**
 * Markdown of an answer, safely: raw HTML stays the text it is, pictures are named and not loaded, links lead only
 * to the web or to mail. Loaded on demand by `answer-text.tsx`.
 */
import type { ComponentProps } from "react";
import ReactMarkdown, { type Components, type ExtraProps } from "react-markdown";
import remarkGfm from "remark-gfm";
import { safeHref } from "./safe-href";

type Props<Tag extends keyof React.JSX.IntrinsicElements> = ComponentProps<Tag> & ExtraProps;

const COMPONENTS: Components = {
  a: ({ href, children }: Props<"a">) =>
    href ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    ) : (
      <>{children}</>
    ),
  // Loading it would tell its server who reads this, and when.
  img: ({ alt }: Props<"img">) => <>{alt ? `[picture: ${alt}]` : "[picture]"}</>,
  // Below the heading that names the speaker.
  h1: ({ children }: Props<"h1">) => <h3 dir="auto">{children}</h3>,
  h2: ({ children }: Props<"h2">) => <h3 dir="auto">{children}</h3>,
  h3: ({ children }: Props<"h3">) => <h4 dir="auto">{children}</h4>,
  h4: ({ children }: Props<"h4">) => <h5 dir="auto">{children}</h5>,
  h5: ({ children }: Props<"h5">) => <h6 dir="auto">{children}</h6>,
  h6: ({ children }: Props<"h6">) => <h6 dir="auto">{children}</h6>,
  p: ({ children }: Props<"p">) => <p dir="auto">{children}</p>,
  li: ({ children }: Props<"li">) => <li dir="auto">{children}</li>,
  // The boxes of a task list say what they are, but cannot be ticked here.
  input: ({ checked }: Props<"input">) => (
    <span role="img" aria-label={checked ? "done" : "open"}>
      {checked ? "☑" : "☐"}
    </span>
  ),
  // Wide things scroll by themselves, by keyboard too; the page does not.
  table: ({ children }: Props<"table">) => (
    <div className="wide" role="group" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  pre: ({ children }: Props<"pre">) => (
    <div className="wide" role="group" aria-label="Code" tabIndex={0}>
      <pre dir="ltr">{children}</pre>
    </div>
  ),
};

const PLUGINS = [remarkGfm];

/** What stays the text it is where only lists are meant: by the names of micromark's constructs. */
const NOT_LISTS = [
  "attention",
  "autolink",
  "blockQuote",
  "characterEscape",
  "characterReference",
  "codeFenced",
  "codeIndented",
  "codeText",
  "definition",
  "hardBreakEscape",
  "headingAtx",
  "htmlFlow",
  "htmlText",
  "labelStartImage",
  "labelStartLink",
  "setextUnderline",
  "thematicBreak",
];

/** A plugin of remark, which reads what its parser is told from its processor's data. */
function onlyLists(this: { data(): object }): void {
  const data: { micromarkExtensions?: unknown[] } = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: NOT_LISTS } },
  ];
}

const PROSE = [
  "flex flex-col gap-3 text-15 [overflow-wrap:anywhere]",
  "[&_p]:whitespace-pre-line",
  "[&_a]:text-accent-ink [&_a]:underline [&_a]:underline-offset-2",
  "[&_strong]:font-semibold [&_:is(h3,h4,h5,h6)]:font-semibold [&_h3]:text-18 [&>:is(h3,h4,h5,h6):not(:first-child)]:mt-2",
  "[&_:is(ul,ol)]:ps-6 [&_ul]:list-disc [&_ol]:list-decimal [&_li]:my-1 [&_li]:marker:text-ink-soft [&_.contains-task-list]:list-none [&_.contains-task-list]:ps-1",
  "[&_blockquote]:border-s-2 [&_blockquote]:border-line-strong [&_blockquote]:ps-3 [&_blockquote]:text-ink-soft",
  "[&_code]:rounded-[4px] [&_code]:bg-hover [&_code]:px-1 [&_code]:py-0.5 [&_code]:font-mono [&_code]:text-13",
  "[&_pre]:w-max [&_pre]:min-w-full [&_pre]:bg-surface [&_pre]:p-3 [&_pre]:[overflow-wrap:normal] [&_pre_code]:bg-transparent [&_pre_code]:p-0",
  "[&_.wide]:overflow-x-auto [&_.wide]:rounded-control [&_.wide]:border [&_.wide]:border-line [&_table]:min-w-full [&_table]:text-14 [&_:is(th,td)]:px-3 [&_:is(th,td)]:py-1.5 [&_:is(th,td)]:text-start [&_:is(th,td)]:align-top [&_:is(th,td)]:min-w-24 [&_:is(th,td)]:max-w-80 [&_:is(th,td)]:[overflow-wrap:break-word] [&_th]:bg-surface [&_th]:font-semibold [&_tr+tr]:border-t [&_tr]:border-line [&_tbody_tr]:border-t",
  "[&_hr]:border-line",
].join(" ");

export const Markdown = ({ text, listsOnly }: { text: string; listsOnly: boolean }) => (
  <div className={PROSE}>
    <ReactMarkdown
      remarkPlugins={listsOnly ? [onlyLists] : PLUGINS}
      components={COMPONENTS}
      urlTransform={safeHref}
    >
      {text}
    </ReactMarkdown>
  </div>
);
