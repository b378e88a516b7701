import {z} from "zod";

/** What a run is to be stopped for, or somebody to be told of: docs/alerts.md. */
export const alertsSchema = z.strictObject({
  /** Whether the headline, or a watched edge, outside its normal range is an alert. */
  unusual: z.boolean().default(true),
  /** The lowest grade that a source, and the data as a whole, may have. */
  lowestGrade: z.enum(["A", "B", "C", "D"]).default("C"),
  /** Most days from a source's newest record to the last day of data; from that to `--today` where it is given. */
  staleDays: z.int().min(0).default(45),
  /** Which changed figures of published months are an alert. */
  restatements: z.enum(["none", "unexplained", "any"]).default("unexplained"),
});

export type AlertRules = z.output<typeof alertsSchema>;
