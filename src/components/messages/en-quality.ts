import type {Format} from "../format.ts";
import type {Month} from "../month.ts";
import type {QualityReason} from "../quality/quality-rows.ts";
import {counted} from "./english.ts";

interface Reason {
  value: number;
  /** The field that it is about, where it is about one. */
  field: string;
  days: number;
}

/** What the quality page says. */
export const enQuality = (f: Format) => ({
  qualityTitle: "Data quality",
  qualityGradeOf: (grade: string) => `Quality ${grade}`,
  qualityHeadline: (grade: "A" | "B" | "C" | "D", reason: string | null) =>
    `${{A: "The data can be trusted: quality\u00a0A.", B: "The data can be trusted, with a reservation: quality\u00a0B.", C: "Read the figures with care: quality\u00a0C.", D: "The figures cannot be trusted: quality\u00a0D."}[grade]}${reason ? ` ${reason}.` : ""}`,
  qualityLead: (d: {records: number; sources: number; malformed: number; orphans: number; range: number}) =>
    `${counted(f, d.records, "record")} came from ${counted(f, d.sources, "source")}. ${
      d.malformed + d.orphans + d.range === 0
        ? "None is malformed, none points nowhere, none is beyond belief."
        : `${f.integer(d.malformed)} ${d.malformed === 1 ? "was" : "were"} malformed or duplicates, ${f.integer(d.orphans)} ${d.orphans === 1 ? "points" : "point"} nowhere, ${f.integer(d.range)} cannot be right.`
    }`,
  qualityNewest: (month: Month, grade: string) => `${f.month(month)} by itself has quality\u00a0${grade}.`,

  qualityReasons: {
    stray: () => `a day far after all others moves the last day of data`,
    rejected: ({value}) => `${f.percent(value)} were malformed or duplicates`,
    range: ({value, field}) => `${f.percent(value)} cannot be right${field ? ` (${field})` : ""}`,
    orphan: ({value, field}) => `${f.percent(value)} name an unknown ${field || "record"}`,
    repeated: ({value}) => `${f.percent(value)} say what another row says`,
    needed: ({value, field}) => `${f.percent(value)} have no ${field || "customer or product"}`,
    stale: ({days}) => `nothing came in the last ${counted(f, days, "day")}`,
    silent: ({value}) => `nothing came on ${counted(f, value, "day")}`,
    thin: ({value}) => `${f.percent(value)} less than usual`,
  } as Record<QualityReason, (reason: Reason) => string>,
  qualityFields: {
    customer_id: "customer",
    order_id: "order",
    product_id: "product",
    campaign_id: "campaign",
    message_id: "message",
    offer_id: "offer",
  } as Record<string, string>,

  qualitySourcesTitle: (good: number, all: number) =>
    good === all
      ? all === 1
        ? "The one source is in order"
        : `All ${f.integer(all)} sources are in order`
      : good === 0
        ? "No source is wholly in order"
        : `${f.integer(good)} of ${counted(f, all, "source")} ${good === 1 ? "is" : "are"} in order`,
  qualitySourcesSubtitle: "Sources by grade, then by size; counts of records",
  qualitySource: "Source",
  qualityGrade: "Grade",
  qualityRecords: "Records",
  qualityNewestDay: "Newest day",
  qualityBehind: "Days behind",
  qualityMalformed: "Malformed",
  qualityDuplicates: "Duplicates dropped",
  qualityRepeated: "Said twice",
  qualityOrphans: "Point nowhere",
  qualityRange: "Cannot be right",
  qualityReason: "What lowers the grade",
  qualityAdapter: (kind: string, files: number) => (files > 1 ? `${kind}, ${counted(f, files, "file")}` : kind),

  qualityFeedsTitle: (broken: {source: string; month: Month}[]) =>
    broken.length === 0
      ? "Every feed came in without a break"
      : broken.length === 1
        ? `${broken[0]!.source} broke off in ${f.month(broken[0]!.month)}`
        : `Feeds broke off or ran thin in ${counted(f, broken.length, "month")}`,
  qualityFeedsSubtitle: (n: number) =>
    `Accepted records per source, ${n} months, each on its own scale from zero; in red, months that were silent on unusually many days or far below the usual`,
  qualityFeedAlt: (source: string, low: number, high: number) =>
    `${source}: between ${f.integer(low)} and ${f.integer(high)} records a month.`,

  qualityProblemsTitle: (leftOut: number) =>
    leftOut === 0
      ? "No record was left out"
      : `${counted(f, leftOut, "record")} ${leftOut === 1 ? "was" : "were"} left out`,
  qualityProblemsSubtitle: "What was left out and why; below it, what was taken though something is wrong with it",
  qualityNoProblems: "Nothing was found.",
  qualityRejectsHint:
    "Every record that was left out stands with its file, row and value in rejects/ of the private folder, one CSV per source. It is never published.",
  qualityWhat: "What",
  qualityRule: "Rule or field",
  qualityRows: "Rows",
  qualityMeasures: {
    rejected: "Malformed",
    duplicate: "Duplicate, dropped",
    declared: "Left out by choice",
    range: "Cannot be right",
    later: "Later than the last day",
    orphan: "Points nowhere",
    needed: "Lacks what is needed",
    repeated: "Says what another says",
  } as Record<string, string>,
  qualityRuleName: (rule: string): string => rule,

  qualityEmptyTitle: (n: number) =>
    n === 0
      ? "Every delivered field is complete"
      : `${counted(f, n, "delivered field")} ${n === 1 ? "has" : "have"} gaps`,
  qualityEmptySubtitle: "Delivered fields by the share of accepted records in which they are empty",
  qualityField: "Field",
  qualityEmpty: "Empty",
  qualityMoreFields: (n: number) => counted(f, n, "more field"),

  qualityEntriesTitle: (faulty: number, all: number) =>
    all === 0
      ? "No source tells its entry points"
      : faulty === 0
        ? `No problem at any of ${counted(f, all, "entry point")}`
        : `Problems at ${f.integer(faulty)} of ${counted(f, all, "entry point")}`,
  qualityEntriesSubtitle:
    "Files of a source, and the channel where a record was entered; small channels are put together, small counts withheld",
  qualityEntry: "Entry point",
  qualityFile: (n: number) => `File ${n}`,
  qualityEntryNames: {other: "other", unknown: "not given"} as Record<string, string>,
  qualityCleanEntries: (n: number) => `${counted(f, n, "entry point")} without a problem`,

  qualityTrendTitle: (now: number, before: number | null) =>
    before === null
      ? "The first run: there is nothing to compare with yet"
      : `${f.percent(now)} of records have a problem, after ${f.percent(before)} in the run before`,
  qualityTrendSubtitle: "Runs with changed input, newest first; a run over the same input is not counted again",
  qualityTrendAlt: (runs: number, low: number, high: number) =>
    `Share of records with a problem over ${counted(f, runs, "run")}: between ${f.percent(low)} and ${f.percent(high)}.`,
  qualityFaulty: "Problems",
  qualityRun: "Run",
  qualityRunName: (run: number, day: string) => `${f.integer(run)} · to ${f.date(day)}`,

  qualityRulesTitle: "How the grade comes about",
  qualityRulesSubtitle: "Largest value for each grade; beyond the last it is D. The worst criterion decides",
  qualityCriterion: "Criterion",
  qualityUpTo: (grade: string) => `${grade} ≤`,
  qualityTimes: (n: number) => `${f.integer(n)} ×`,
  qualityCriteria: {
    stray: "Orders far after all others",
    rejected: "Malformed or duplicate records",
    range: "Values that cannot be right",
    orphan: "Keys that point nowhere",
    repeated: "Rows said twice, without a key",
    needed: "Customer or product missing",
    stale: "Days behind ÷ usual silence",
    silent: "Silent days beyond the usual",
    thin: "Missing from the usual volume",
  } as Record<QualityReason, string>,
  qualityRulesNote:
    "Sources that sales are not computed from lower the grade of all to B at most, and one or two rows never below B. Silences and thin months count for a year.",
});
