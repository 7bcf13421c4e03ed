/**
 * What people exclaim before they have something taken back: "hmm no undo".
 */
import { words } from "./words";

export const TAKEN_ABACK = words(
  "no nope nah noo nooo hmm hm er erm um uh oh ah aah wait oops whoops oopsie argh ugh sorry please stop ok okay actually dear hey so and just well god shit damn yikes eek hang hold on can could you kindly i quick quickly right",
);
