import type {Format} from "../format.ts";
import type {Month} from "../month.ts";
import {counted} from "./english.ts";

/** What every page says. */
export const enSite = (f: Format) => ({
  siteTitle: "Müdavim",
  skipToContent: "Skip to content",
  navigation: "Pages",
  languages: "Language",
  languageName: "English",
  navReport: "Report",
  groupNames: {
    segments: "Segments",
    retention: "Retention",
    explore: "Explore",
    data: "Data",
  },
  pageNames: {
    segments: "Segments",
    profile: "Profiles",
    census: "Census",
    thresholds: "Thresholds",
    retention: "Retention",
    explore: "Explore",
    quality: "Quality",
    sources: "Sources",
    tables: "Tables",
  },
  pageAbouts: {
    segments: "Who is in each segment, what they are worth, where they came from and went.",
    profile: "Each segment in seven answers: who, what, when, why, how much, how many, how they pay.",
    census: "Every automatic segment with its count: named ones, scores, tiers, life cycle, engagement.",
    thresholds: "Where the scores cut, why four orders make a regular, and what another edge would change.",
    retention: "Who comes back and how soon: cohorts, the order ladder, and from when on silence means loss.",
    explore: "Filter by city, channel and segment, and write your own queries.",
    quality: "Whether the data can be trusted: freshness, what was left out and why, what is missing.",
    sources: "Which data each report rests on, what is missing, and what to collect next.",
    tables: "Every published table: what a row is, its columns, and the definition that computes it.",
  },

  asOf: (day: string) => `Data to ${f.date(day)}`,
  definitionVersion: (version: string | number) => `Definitions version ${version}`,
  monthToDate: "Month to date",
  warmingUp: "Too little history",

  tableTwin: "The figures as a table",
  month: "Month",
  segment: "Segment",
  state: "State",
  customers: "Customers",
  countCustomers: (n: number) => counted(f, n, "customer"),
  change: "Change",
  share: "Share",
  total: "Total",
  note: "Note",
  netRevenue: "Net revenue",
  orders: "Orders",
  newCustomers: "New customers",
  withheld: "withheld",
  withheldNote: "Money of fewer customers than the privacy limit is withheld.",
  none: "–",

  homeTitle: "Customers who stay, slip and return",
  homeNewest: (month: Month) => `Report for ${f.month(month)}`,
  homeAllReports: "All monthly reports",
  homeOtherPages: "More",
  homeSlides: (n: number) => `${f.integer(n)} slid`,
});
