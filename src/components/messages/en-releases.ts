import type {Format} from "../format.ts";
import type {Month} from "../month.ts";
import type {RestatementCause} from "../releases/restatements.ts";
import {counted} from "./english.ts";

/** What the page of releases says, and the report's block about them. */
export const enReleases = (f: Format) => ({
  releasesTitle: "Releases",
  releasesNone: "Nothing was published before this.",
  releasesNoneDeck:
    "This is the first release, or a site that was built without being released. From the next release on, every month that was published is compared with what it said before.",
  releasesNotAssessed: "Not assessed: what earlier releases said is not at hand.",
  releasesNotAssessedDeck:
    "Earlier releases are listed below, but the private state that keeps their figures was not carried to the machine that built this one. No change of a published figure can be ruled out.",
  releasesHeadline: (figures: number, causes: RestatementCause[]) => {
    const because = {
      definition_change: "the definitions changed",
      merges: "accounts turned out to be one person",
      returns: "returns came since",
      late_data: "orders or customers arrived late",
      unexplained: "of nothing that is known",
    };
    return figures === 0
      ? "No published figure has changed."
      : `${counted(f, figures, "published figure")} changed, because ${causes.map((cause) => because[cause]).join(", and because ")}.`;
  },
  releasesUnchanged: "Every figure of every month that was over is what it was.",
  releasesMonths: (first: Month, last: Month) =>
    first === last
      ? `All are figures of ${f.month(first)}.`
      : `They are figures of ${f.month(first)} to ${f.month(last)}.`,
  releasesCompared: (before: string) => `Compared with release ${before.replaceAll("-", "\u2011")}.`,
  restatedFiguresTitle: (figures: number, months: number) =>
    `${counted(f, figures, "figure")} of ${counted(f, months, "month")} changed`,
  restatedFiguresSubtitle: "Published before and now; what the report leads with first",
  restatedAll: (shown: number, all: number) =>
    shown < all
      ? `The first ${f.integer(shown)} of ${f.integer(all)}; all are in the table restatements`
      : `All ${f.integer(all)}`,
  restatedTablesTitle: (tables: number) => `They are in ${counted(f, tables, "table")}`,
  restatedTablesSubtitle: "Changed figures by published table",
  restatedTable: "Table",
  restatedCount: "Figures",
  restatedMonths: "Months",
  restatedFigure: "Figure",
  restatedBefore: "Before",
  restatedAfter: "Now",
  restatedCause: "Cause",
  restatedFrom: (state: string) => `from ${state}`,
  restatedTo: (state: string) => `to ${state}`,
  restatedHorizon: (months: number) => `over ${counted(f, months, "month")}`,
  restatedWindow: (months: number) => `window of ${counted(f, months, "month")}`,
  restatedMeasures: {
    customers: "Customers",
    net_revenue: "Net revenue",
    net_revenue_window: "Net revenue in the window",
    net_revenue_month: "Net revenue of the month",
    gross_revenue: "Gross revenue",
    order_count: "Orders",
    order_count_window: "Orders in the window",
    order_count_month: "Orders of the month",
    revenue_at_stake: "Revenue at stake",
    base_customers: "Customers who could have slid",
    share_of_origin: "Share of origin",
  } as Record<string, string>,
  restatedCauses: {
    definition_change: "changed definitions",
    merges: "merged people",
    returns: "returns",
    late_data: "late data",
    unexplained: "unexplained",
  } satisfies Record<RestatementCause, string>,

  earlierTitle: (n: number) => `${counted(f, n, "release")} before this one`,
  earlierSubtitle: "Newest first; each stands where it was published and says what it said",
  earlierRelease: "Release",
  earlierAsOf: "Data to",
  earlierDefinitions: "Definitions",
  earlierRestated: "Figures restated",
  earlierNotAssessed: "not assessed",
  earlierPinned: "kept",

  causeRulesTitle: "How a cause is found",
  causeRules: {
    definition_change:
      "The definitions of this release are not those of the one before; all differences are put down to that.",
    merges: "Accounts that were several people are one now, or the other way round.",
    returns: "Returns dated in the month or before it came since.",
    late_data:
      "Orders, cancellations, customers or visits dated in the month or before it came since, or were corrected.",
    unexplained: "None of these: the program computes something else. Where several hold, all are named.",
  } satisfies Record<RestatementCause, string>,

  restatementsTitle: "Restatements",
  restatementsNotAssessed: "Not assessed: no earlier release is at hand to compare the published months with.",
  restatementsNone: "No figure of this month has changed since it was published.",
  restatementsOfMonth: (n: number) =>
    `${counted(f, n, "figure")} of this month ${n === 1 ? "was" : "were"} published otherwise before.`,
});
