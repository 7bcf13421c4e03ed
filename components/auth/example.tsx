/** A sentence and what Errand makes of it, as the chat shows it: the app in one picture, for who has not seen it. */
import { Plus } from "lucide-react";
import { Chip } from "@/components/ui/chip";

const RECEIPTS = [
  { number: 4, title: "Pay rent", due: "Tue 1 Dec" },
  { number: 5, title: "Call the dentist", due: "Tomorrow, 9:00" },
] as const;

export const Example = () => (
  <figure className="w-full max-w-110">
    <div className="ms-auto w-fit max-w-[85%] rounded-card bg-hover px-4 py-2.5 text-15">
      Remind me to pay rent on the 1st, and call the dentist tomorrow at 9
    </div>
    <ul className="mt-7 grid gap-3">
      {RECEIPTS.map(({ number, title, due }) => (
        <li key={number} className="flex items-center gap-2 text-14">
          <Plus aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
          <span className="text-ink-soft tabular-nums">Added #{number}</span>
          <span>{title}</span>
          <Chip>{due}</Chip>
        </li>
      ))}
    </ul>
    <p className="mt-4 text-15">Two tasks added. The 1st is a Tuesday.</p>
    <figcaption className="mt-12 border-t border-line pt-4 text-14 text-ink-soft">
      A to-do list you talk to. Say it, see it done, take it back.
    </figcaption>
  </figure>
);
