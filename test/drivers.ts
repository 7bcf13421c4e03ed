/** The drivers of `db/client.ts`: a suite that runs on each has its name at the end of its own, and `npm test` counts by it. */
export const DRIVERS = ["pglite", "pg", "vercel"] as const;

export type Driver = (typeof DRIVERS)[number];
