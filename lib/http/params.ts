/** Schemas for the parts of addresses and queries that several routes take. */
import { z } from "zod";

/** A UUID of any version, as lower case. */
export const uuid = z.guid("This is not a UUID.").transform((value) => value.toLowerCase());

/** For a call that takes no fields: no body, or an empty object. */
export const noFields = z.strictObject({}).optional();

export const idParams = z.strictObject({ id: uuid });

/** Addresses carry text; this says what the text means, for the API's description. */
const meaning = (schema: {
  type: "integer" | "boolean";
  minimum?: number;
  maximum?: number;
  default?: number;
}) => ({
  openapi: schema,
});

export const taskParams = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, "A task's id is a positive whole number.")
    .transform(Number)
    .meta(meaning({ type: "integer", minimum: 1 })),
});

export const LIMIT_DEFAULT = 50;
export const LIMIT_MAX = 100;
const LIMIT_RANGE = `limit is a number from 1 to ${LIMIT_MAX}.`;

/** `?limit=` (1–100, default 50) and `?cursor=` of every list. */
export const paging = {
  limit: z
    .string()
    .regex(/^\d{1,3}$/, LIMIT_RANGE)
    .transform(Number)
    .pipe(z.int().min(1, LIMIT_RANGE).max(LIMIT_MAX, LIMIT_RANGE))
    .meta(meaning({ type: "integer", minimum: 1, maximum: LIMIT_MAX, default: LIMIT_DEFAULT }))
    .default(LIMIT_DEFAULT)
    .describe("How many rows at most."),
  cursor: z.string().max(2000).optional().describe("The `next_cursor` of the page before."),
};

/** `true` or `false` in a query. */
export const queryFlag = z
  .enum(["true", "false"], { error: "This is true or false." })
  .transform((value) => value === "true")
  .meta(meaning({ type: "boolean" }));
