/**
 * What is wrong with a value, in a sentence, where its schema has none of its own. Given to `parse` by whoever reads
 * what people and programs send.
 */
import type { z } from "zod";

const list = (values: readonly unknown[]): string => values.map(String).join(", ");

/** A sentence that begins with "This", which stands for the field's name. */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "This is required."
        : `This must be of the type ${issue.expected}.`;
    case "invalid_value":
      return `This must be ${issue.values.length > 1 ? "one of " : ""}${list(issue.values)}.`;
    case "too_small":
      return `This must be at least ${issue.minimum}.`;
    case "too_big":
      return `This must be at most ${issue.maximum}.`;
    case "unrecognized_keys":
      return "This is not known.";
    default:
      return "This does not have the right form.";
  }
};
