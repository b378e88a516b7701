import {z} from "zod";

/** What customers do that can begin a cohort, and that they can come back to. */
const cohortEvents = ["order", "registration", "visit", "open"] as const;

const event = z.enum(cohortEvents);

/** Cohorts by the month of one event, followed by another; those from order to order are always there. */
export const cohortPairsSchema = z
  .array(z.strictObject({from: event, to: event}))
  .max(6)
  .refine((pairs) => new Set(pairs.map(nameOf)).size === pairs.length, "each pair once")
  .default([
    {from: "registration", to: "order"},
    {from: "order", to: "visit"},
    {from: "order", to: "open"},
  ]);

/** Every pair as SQL looks it up: `,order>order,registration>order,`. */
export function listCohortPairs(pairs: z.output<typeof cohortPairsSchema>): string {
  return `,${[...new Set(["order>order", ...pairs.map(nameOf)])].join(",")},`;
}

function nameOf({from, to}: {from: string; to: string}): string {
  return `${from}>${to}`;
}
