import type {Format} from "../format.ts";
import type {Manifest} from "../manifest.ts";
import type {Month} from "../month.ts";
import {counted, either, ordinal} from "./english.ts";

/** What the monthly report says. */
export const enReport = (f: Format) => ({
  reportKicker: "Segment migration",
  reportTitle: (month: Month) => `Segment migration, ${f.month(month)}`,
  previousMonth: (month: Month) => `← ${f.month(month)}`,
  nextMonth: (month: Month) => `${f.month(month)} →`,
  monthNavigation: "Other months",

  headline: (d: {count: number; from: string[]; to: string[]; difference: number | null; isPartial: boolean}) => {
    const route = `from ${either(d.from)} to ${either(d.to)}`;
    const verb = d.isPartial ? (d.count === 1 ? "has slid" : "have slid") : "slid";
    const subject = d.count === 0 ? "No customer" : counted(f, d.count, "customer");
    const soFar = d.isPartial ? " so far this month" : "";
    const against =
      d.difference === null || d.count === 0
        ? ""
        : d.difference === 0
          ? ", as many as usual"
          : `, ${f.integer(Math.abs(d.difference))} ${d.difference > 0 ? "more" : "fewer"} than usual`;
    return `${subject} ${d.count === 0 && d.isPartial ? "has slid" : verb} ${route}${soFar}${against}.`;
  },
  headlineFirst: "The first month of data: nobody can have slid yet.",
  headlineStake: (money: number, windowMonths: number) =>
    windowMonths === 12
      ? `${f.compactMoney(money)} a year is at stake.`
      : `${f.compactMoney(money)} of ${windowMonths} months’ revenue is at stake.`,
  usualIs: (usual: number) => `Usual is ${f.integer(usual)} a month, the mean of the six months before.`,
  usualWhenPartial: (usual: number) =>
    `A whole month usually brings ${f.integer(usual)}; this one is not over, so the two are not compared.`,
  noUsual: "There is too little history to say what is usual: that takes six complete months.",
  warmingUpMonth: (first: Month, windowMonths: number, within: number) =>
    `The data begin in ${f.month(first)}: the ${windowMonths} months behind this snapshot, or the ${within} before it, are not complete. Read it as a first indication.`,
  shareOfBase: (share: number, base: number, from: string[], within: number) =>
    `They are ${f.percent(share)} of the ${f.integer(base)} customers who had been ${either(from)} in the ${within} months before.`,
  commonPath: (path: string, customers: number) =>
    `The most common way down was ${path}: ${counted(f, customers, "customer")}.`,
  segmentNow: (label: string, now: number, change: number, previous: Month) =>
    change === 0
      ? `${label} stands at ${f.integer(now)}, unchanged from ${f.monthName(previous)}.`
      : `${label} ${change > 0 ? "grew" : "shrank"} by ${f.integer(Math.abs(change))} to ${f.integer(now)}.`,
  excluded: (n: number) =>
    n === 0
      ? "Nobody is left out because of a moving scale."
      : `Not counted: ${f.integer(n)} more who changed segment only because the scale moved, not because they behaved differently.`,

  figureCustomers: (windowMonths: number) => `Customers, last ${windowMonths} months`,
  figureSlides: "Slides",
  figureWonBack: "Won back",
  figureNetRevenue: "Net revenue, month",
  onMonth: (change: string, month: Month) => `${change} on ${f.monthName(month)}`,
  soFarAgainst: (value: string, month: Month) => `${value} in all of ${f.monthName(month)}`,
  firstMonth: "First month",
  sparklineLabel: (from: string, to: string, n: number) => `${n} months, from ${from} to ${to}`,

  trendTitle: {
    warmingUp: "Too early for a trend",
    partial: (count: number) => `${counted(f, count, "slide")} so far this month`,
    highest: (months: number) => `The most slides in ${months} months`,
    lowest: (months: number) => `The fewest slides in ${months} months`,
    above: (streak: number) =>
      streak > 1 ? `Slides above usual for the ${ordinal(streak)} month in a row` : "More slides than usual",
    below: (streak: number) =>
      streak > 1 ? `Slides below usual for the ${ordinal(streak)} month in a row` : "Fewer slides than usual",
    usual: "As many slides as usual",
    plain: (count: number) => counted(f, count, "slide"),
  },
  trendSubtitle: (from: string[], to: string[]) =>
    `Customers who slid from ${either(from)} to ${either(to)}, per month`,
  trendAlt: (month: Month, count: number, usual: number | null, low: number, high: number) =>
    `Bars per month. ${f.month(month)}: ${f.integer(count)}${usual === null ? "" : `, usual ${f.integer(usual)}`}. Over the months shown between ${f.integer(low)} and ${f.integer(high)}.`,
  usual: "Usual",
  usualTick: "usual (mean of the 6 months before)",
  hatched: "incomplete month or too little history",
  thresholdsColumn: "Left out: scale moved",
  baseColumn: "Could have slid",
  atStake: "Revenue at stake",

  pathsTitle: (path: string, share: number) => `${f.percent(share)} went ${path}`,
  pathsNone: "Nobody slid this month",
  pathsSubtitle: "The way down since they were last there, customers",
  path: "Path",
  otherPaths: (n: number) => counted(f, n, "other path"),

  flowTitle: (d: {down: number; up: number; joined: number}) =>
    `${f.integer(d.down)} slipped or left, ${f.integer(d.up)} moved up, ${f.integer(d.joined)} came in`,
  flowSubtitle: (from: Month, to: Month) =>
    `Customers by segment at the end of ${f.monthName(from)} (left) and ${f.monthName(to)} (right)`,
  flowAlt: (d: {stayed: number; down: number; up: number; joined: number; top: string}) =>
    `Flow between two columns of segments. ${f.integer(d.stayed)} stayed where they were, ${f.integer(d.down)} slipped or left, ${f.integer(d.up)} moved up, ${f.integer(d.joined)} came in. Largest move: ${d.top}.`,
  flowStay: "stayed",
  flowGain: "moved up",
  flowSlip: "slipped",
  flowRisk: "fell to risk or left",
  flowJoin: "came in",
  flowHidden: (n: number, limit: number) =>
    `Flows of fewer than ${limit} customers (${f.integer(n)} customers in all) are not drawn; the matrix has them.`,
  flowNew: "New",
  flowReturned: "Returned",
  flowLeft: "Left",
  noPreviousMonth: "This is the first month of data: there is no earlier month to compare with.",

  stakeTitle: (move: string, money: number) => `${move} moved the most revenue: ${f.compactMoney(money)}`,
  stakeNone: "No revenue moved to a weaker segment",
  stakeSubtitle: (windowMonths: number) =>
    `Net revenue, last ${windowMonths} months, of those who moved to a weaker segment; the ten largest moves`,
  move: "Move",

  matrixTitle: (share: number) => `${f.percent(share)} of customers stayed in their segment`,
  matrixSubtitle: (from: Month, to: Month) =>
    `Rows: where customers were at the end of ${f.monthName(from)}; columns: where they were at the end of ${f.monthName(to)}. Customers, share of the row, revenue at stake`,
  matrixCaption: (from: Month, to: Month) => `Migration from ${f.month(from)} to ${f.month(to)}`,
  matrixCorner: (from: Month, to: Month) => `${f.monthName(from)} ↓ ${f.monthName(to)} →`,
  impossible: "impossible",
  impossibleNote: "— the thresholds make this move impossible within one month; · nobody made it.",
  proofRows: (month: Month, right: number, of: number) =>
    `Rows add up to ${f.monthName(month)}’s sizes ${right === of ? "✓" : "✗"} ${right} of ${of}`,
  proofColumns: (month: Month, right: number, of: number) =>
    `Columns add up to ${f.monthName(month)}’s sizes ${right === of ? "✓" : "✗"} ${right} of ${of}`,
  proofWrong: (state: string, expected: number, actual: number) =>
    `${state}: ${f.integer(actual)} instead of ${f.integer(expected)}`,

  sizesTitle: (label: string, streak: number, change: number, now: number) =>
    change === 0
      ? `${label} unchanged at ${f.integer(now)}`
      : streak > 1
        ? `${label} ${change > 0 ? "grew" : "shrank"} for the ${ordinal(streak)} month in a row`
        : `${label} ${change > 0 ? "grew" : "shrank"} by ${f.integer(Math.abs(change))} to ${f.integer(now)}`,
  sizesSubtitle: (n: number) =>
    `Customers per segment, ${n} months, each on its own scale from zero; change on the month before`,
  sizesAlt: (label: string, now: number, low: number, high: number) =>
    `${label}: ${f.integer(now)} customers; between ${f.integer(low)} and ${f.integer(high)} over the months shown.`,

  salesTitle: (d: {month: Month; revenue: number; change: number | null; isPartial: boolean}) =>
    d.isPartial
      ? `${f.compactMoney(d.revenue)} net revenue so far in ${f.monthName(d.month)}`
      : d.change === null
        ? `Net revenue was ${f.compactMoney(d.revenue)}`
        : `Net revenue ${f.compactMoney(d.revenue)}, ${f.percent(Math.abs(d.change))} ${d.change < 0 ? "below" : "above"} a year before`,
  salesSubtitle: "Net revenue per month, after discounts, cancellations and returns",
  salesTick: "same month a year before",
  salesAlt: (month: Month, revenue: number, low: number, high: number) =>
    `Bars per month. ${f.month(month)}: ${f.compactMoney(revenue)}. Over the months shown between ${f.compactMoney(low)} and ${f.compactMoney(high)}.`,
  salesIsGross: "Neither returns nor cancellations are part of the data, so net revenue is gross revenue.",
  yearBefore: "A year before",

  aboutTitle: "About these figures",
  definitionsTitle: "Definitions",
  definitions: (
    d: Manifest["definitions"],
    labels: {from: string[]; to: string[]; lost: string[]},
  ): [string, string][] => [
    [
      "Segment",
      `By recency and frequency over ${d.rfm.windowMonths} months. Days since the last order score 5 to 1 at ${d.rfm.recencyDays.join(", ")} days; order counts by the share of customers with fewer.`,
    ],
    [
      "Slide",
      `In ${either(labels.to)} now and not a month ago, and ${either(labels.from)} in at least one of the ${d.slide.withinMonths} months before. A direct step within one month is impossible under day thresholds, so paths are followed.`,
    ],
    ["Usual", "The mean of the six complete months before, leaving out months with too little history."],
    [
      "Revenue at stake",
      `Net revenue of the ${d.rfm.windowMonths} months up to the snapshot they moved from. A sum of past orders, not a forecast of what will be lost.`,
    ],
    ["Net revenue", "Line amounts less discounts, cancellations and returns; a return counts on its own date."],
    ["Won back", `${either(labels.lost)} a month ago, and in a segment of recent buyers now: they ordered again.`],
    [
      "Scale moved",
      "The customer’s figures would not have changed segment under last month’s thresholds; only the others moved. Left out of slides.",
    ],
  ],
  sourcesTitle: "Sources",
  aboutSources: (n: number) =>
    `${counted(f, n, "source")}. What each delivered, what was left out and what is wrong in it:`,
  tablesTitle: "Published tables",
  aboutTables: (n: number) => `Every figure stands in one of ${n} tables, with its SQL:`,
  fingerprint: "Definitions hash",
  runningHeader: (shop: string, month: Month) => `${shop} · Segment migration · ${f.month(month)}`,
});
