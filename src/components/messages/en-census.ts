import type {Format} from "../format.ts";
import type {Month} from "../month.ts";
import {counted} from "./english.ts";

/** What the census of segments says. */
export const enCensus = (f: Format) => ({
  censusTitle: "Segment census",
  censusHeadline: (segments: number, lists: number) =>
    `${f.integer(segments)} automatic segments in ${f.integer(lists)} lists; in none of them does anybody count twice.`,
  censusLead: (month: Month, known: number, scored: number) =>
    `At the end of ${f.month(month)} the shop knows ${counted(f, known, "customer")}; ${f.integer(scored)} of them are scored, because they are in the pool. Segments, life cycle and engagement count everybody; sums and tiers count those who are scored.`,
  censusListTitle: (title: string, n: number) => `${title}: ${f.integer(n)}`,
  censusLists: {
    segments: ["Named segments", "By recency and frequency; below them who is outside the pool, and why"],
    lifeCycle: ["Life cycle", "By the number of orders ever and the days since the last one"],
    tier: [
      "Tiers",
      "By the weighted score: the share of the pool that a customer beats in recency, frequency and money",
    ],
    sum: ["RFM sums", "Recency, frequency and money, 1 to 5 each, added: from 3 to 15"],
    engagement_buyers: [
      "Engagement of buyers",
      "Fifths of everybody known by what they did lately; here those who have ordered",
    ],
    engagement_prospects: [
      "Engagement of prospects",
      "Fifths of everybody known by what they did lately; here those who have not ordered yet",
    ],
  } satisfies Record<string, [string, string]>,
  censusSegment: "Segment",
  censusMonths: (n: number) => counted(f, n, "month"),
  censusScore: (measure: string, value: string): string => (measure === "sum" ? value : `E${value}`),
  tierNames: {platinum: "Platinum", gold: "Gold", silver: "Silver", bronze: "Bronze"},
  censusWindowsTitle: (windows: readonly number[]) =>
    `The same people over ${windows.slice(0, -1).join(", ")} and ${windows.at(-1)} months`,
  censusWindowsAbout: "Customers in each segment under each look-back window",
  censusWindow: (months: number) => `${months} months`,
  censusWindowsShort: (windows: readonly number[]) =>
    `The data are younger than the window of ${windows.join(", ")} months: its lapsed customers are missing.`,
});
