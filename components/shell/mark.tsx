/** The mark: a page that answers, ticked. Also drawn in app/icon.svg and the PNG icons. */
export const Mark = ({ className }: { className?: string }) => (
  <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
    <path
      d="M10 3h12a7 7 0 0 1 7 7v8a7 7 0 0 1-7 7h-9.5L6.2 29.6A.75.75 0 0 1 5 29v-5A7 7 0 0 1 3 19v-9a7 7 0 0 1 7-7Z"
      fill="var(--accent)"
    />
    <path
      d="m10.5 14.2 3.9 3.9 7.4-8"
      fill="none"
      stroke="var(--on-accent)"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
