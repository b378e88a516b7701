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
  navSegments: "Segments",
  navExplore: "Explore",

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
  homeSegments: "Who is in each segment, what they are worth, where they came from and went.",
  homeExplore: "Filter by city, channel and segment, and write your own queries.",
  homeSlides: (n: number) => `${f.integer(n)} slid`,
});
