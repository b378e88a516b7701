import type {Format} from "../format.ts";
import type {Month} from "../month.ts";
import {counted, either} from "./english.ts";

const methods: Record<string, string> = {
  "bg-nbd": "BG/NBD",
  "mbg-nbd": "MBG/NBD",
  "pareto-nbd": "Pareto/NBD",
  "gamma-gamma": "Gamma–Gamma",
  "same-rate": "as often as before",
  "last-months": "as in the months before",
  linear: "linear regression",
};

const warnings: Record<string, string> = {
  "not-converged": "the search did not end",
  "dropout-not-identified": "the data do not show anybody leaving for good",
  "purchase-rates-not-identified": "how rates differ cannot be told",
  "values-not-identified": "how values differ cannot be told",
  "at-boundary": "went as far as the search allows",
  "few-repeat-customers": "few have bought again",
  "no-repeat-purchases": "nobody has bought again",
  "mean-value-not-finite": "the mean value has no limit",
};

/** What the pages of customer value and of its backtest say. */
export const enValue = (f: Format) => {
  const off = (error: number) =>
    Math.abs(error) < 0.0005 ? "exactly right" : `${f.percent(Math.abs(error))} too ${error > 0 ? "high" : "low"}`;
  return {
    clvTitle: "Customer value",
    clvHeadline: (buyers: number, money: number) =>
      `Today’s ${counted(f, buyers, "customer")} can be expected to bring ${f.compactMoney(money)} of net revenue in the next twelve months.`,
    clvHeadlinePlain: (buyers: number, money: number) =>
      `${counted(f, buyers, "customer")} have brought ${f.money(money)} each so far; what they will bring cannot be told yet.`,
    clvNobody: "Nobody has bought yet.",
    clvNoModel: "No model could be fitted.",
    clvTooFew: "There are fewer customers than the privacy limit allows to show.",
    clvWhyNoModel: (repeaters: number) =>
      repeaters < 100
        ? `A model learns from customers who have bought again, and ${repeaters === 0 ? "there are none" : `there are only ${f.integer(repeaters)}`} yet: below a hundred nothing is predicted.`
        : "No model of purchases fits these data, so nothing is predicted.",
    clvNoDropout:
      "These data do not show anybody leaving for good: whoever is silent may just be slow. So nobody is called lost here, and what the silent are worth is rather too high.",
    clvNoDropoutLink: "From when on silence means loss",
    clvDeckInterval: (low: number, high: number) =>
      `The expectation itself lies between ${f.compactMoney(low)} and ${f.compactMoney(high)} (95%).`,
    clvDeckOnly: "New customers come on top.",
    clvDeckUntested: "The data are too short to test that on months gone by.",
    clvDeckTested: (method: string, months: number, purchases: number, revenue: number | null) =>
      `Tested on the last ${counted(f, months, "full month")}, ${method} was ${off(purchases)} on purchases${revenue === null ? "" : `, ${off(revenue)} on revenue`}.`,
    clvDeckLink: "The test",

    clvSegmentTitle: (segment: string, share: number) =>
      `${segment}: ${f.percent(share)} of what the next twelve months can be expected to bring`,
    clvSegmentNone: "Value by segment",
    clvSegmentSubtitle: (rate: number) =>
      `Net revenue so far, and what purchases of the next months are worth today (${f.percent(rate)} a month less for waiting)`,
    clvToDate: "So far",
    clvPerCustomer: "So far, each",
    clvAlive: "Likely active",
    clvMonths: (months: number) => `Next ${months} months`,
    clvNextPerCustomer: "Next 12, each",
    clvInterval: "95% interval",
    clvIntervalNote:
      "The interval says how well the expectation is known, parameters being estimates (delta method); what then happens, a season or a crisis, scatters far more.",
    clvAliveNote: (isBgNbd: boolean) =>
      `Likely active: a probability of at least one half of not having left for good.${isBgNbd ? " This model takes whoever has bought only once as active." : ""}`,

    clvSegmentsNote: "Next 12 months: what purchases to come can be expected to bring, as they are worth today.",

    decileTitle: (share: number) => `A tenth of customers bring in ${f.percent(share)} of revenue`,
    decileNone: "How unevenly revenue is spread",
    decileSubtitle:
      "Share of the net revenue of the last twelve months, by tenths of customers; the first brought most",
    decileColumn: "Tenth",
    decileTogether: "Cumulative",
    decileGini: (gini: number) =>
      `Gini coefficient ${f.decimal(gini, 2)}: 0 where all are worth the same, near 1 where one is worth everything.`,

    cohortValueTitle: (newest: Month, next: number, oldest: Month, before: number) =>
      `Customers won in ${f.month(newest)} can be expected to bring ${f.compactMoney(next)} each in twelve months; those of ${f.month(oldest)}, still ${f.compactMoney(before)}`,
    cohortValueTitlePlain: (newest: Month, now: number, oldest: Month, before: number) =>
      `Customers won in ${f.month(oldest)} have brought ${f.compactMoney(before)} each so far; those of ${f.month(newest)}, ${f.compactMoney(now)}`,
    cohortValueNone: "Value by cohort",
    cohortValueSubtitle:
      "Net revenue per customer by month of the first order: grey so far, in colour the next twelve months",
    cohortValueSubtitlePlain: "Net revenue per customer so far, by month of the first order",
    cohortValueNote: "The first cohort also holds those who had bought before the data begin.",

    bridgeTitle: (most: string, mostOrders: number, least: string, leastOrders: number) =>
      `${most} order ${f.decimal(mostOrders)} times, ${least} ${f.decimal(leastOrders)} times`,
    bridgeNone: "What revenue is made of",
    bridgeSubtitle: (months: number) =>
      `Customers × orders of each × what an order is worth, in the last ${counted(f, months, "month")}`,
    bridgeOrders: "orders each",
    bridgeOrderValue: "value of an order",
    bridgeMargin: "margin",
    bridgeContribution: "margin earned",
    bridgeNoMargin: "In net revenue: the configuration names no margin (value.margin).",
    bridgeNote: "The margin is the one of the configuration, the same for all.",

    slidingTitle: (alive: number, there: readonly string[], all: number, money: number | null) =>
      `${f.integer(alive)} of the ${f.integer(all)} in ${either(there)} have probably not left${money === null ? "" : `; ${f.compactMoney(money)} can still be expected of them`}`,
    slidingNone: "Sliding, but still customers",
    slidingSubtitle: (there: readonly string[]) =>
      `Customers who slid, and everybody in ${either(there)}, by the probability of not having left for good; purchases to expect within 6 months, and their worth`,
    slidingUnknownTitle: (there: readonly string[], all: number, money: number | null) =>
      `${counted(f, all, "customer")} in ${either(there)}${money === null ? "" : ` can be expected to bring ${f.compactMoney(money)} in 6 months`}`,
    slidingUnknownSubtitle: "Net revenue to expect; the data do not tell how likely it is that somebody has left",
    slidingUnknown: (all: number, purchases: number | null) =>
      `${purchases === null ? "" : `By their own rhythm these ${f.integer(all)} would buy ${f.integer(purchases)} times in the next six months. `}Whoever has been silent for longest comes first: sort them by days since the last order.`,
    slidingBand: "Probability of still being a customer",
    slidingBands: (band: number) =>
      [
        `${f.percent(0.8)} or more`,
        `${f.percent(0.5)} to ${f.percent(0.8)}`,
        `${f.percent(0.2)} to ${f.percent(0.5)}`,
        `below ${f.percent(0.2)}`,
      ][band - 1]!,
    slidingSlid: (month: Month) => `Slid in ${f.monthName(month)}`,
    slidingThere: "There now",
    slidingPurchases: "Purchases",
    slidingWorth: "Net revenue",
    slidingNote: "The upper rows are who to write to first: silent, but most probably still customers.",
    slidingLink: (month: Month) => `The slides of ${f.month(month)}`,

    channelTitle: (cheap: string, low: number, dear: string, high: number) =>
      `A new customer costs ${f.money(low)} by ${cheap}, ${f.money(high)} by ${dear}`,
    channelTitlePlain: (channel: string, money: number) =>
      `Customers won by ${channel} have brought most: ${f.money(money)} each`,
    channelNone: "What winning a customer costs, and brings",
    channelNoneSubtitle: "By acquisition channel",
    channelSubtitle: (from: Month, to: Month) =>
      `Customers whose first order was from ${f.month(from)} to ${f.month(to)}, by acquisition channel`,
    channelColumn: "Channel",
    channelName: (channel: string) => ({other: "other", unknown: "unknown"})[channel] ?? channel.replaceAll("_", " "),
    channelSpend: "Spend",
    channelCost: "Cost of a customer",
    channelToDate: "Brought so far",
    channelPredicted: "Next 12 months",
    channelPayback: "Paid back",
    channelMonth: (month: number) => (month === 0 ? "first month" : `after ${counted(f, month, "month")}`),
    channelNotYet: (month: number) => `not within ${counted(f, month + 1, "month")}`,
    channelNote: (margin: number | null) =>
      `${margin === null ? "Paid back in net revenue, the configuration naming no margin (value.margin)" : `Paid back at a margin of ${f.percent(margin)}`}: the average customer has brought what winning one cost. Spend of a channel is divided by all who came through it; it does not say who would have come without.`,

    methodName: (method: string) => methods[method] ?? method,
    backtestTitle: "Backtest",
    backtestHeadline: (months: number, actual: number, expected: number) =>
      `In the last ${counted(f, months, "full month")} known customers bought ${f.integer(actual)} times; the model, which had not seen them, expected ${f.integer(expected)}.`,
    backtestTooShort: (months: number, there: number) =>
      `To hold out ${counted(f, months, "month")} takes ${f.integer(2 * months)} full ones; there ${there === 1 ? "is" : "are"} ${f.integer(there)}.`,
    backtestReason: (method: string, reason: string, months: number) =>
      ({
        backtest: `Customers are valued by the ${method}, whose predictions of these ${f.integer(months)} months, by how often people had bought before, were off least.`,
        likelihood: `Without a test customers are valued by the ${method}, under which these data are most likely.`,
        configured: `Customers are valued by the ${method}, as the configuration says.`,
        only: `Customers are valued by the ${method}, the only model that fits.`,
      })[reason] ?? "",
    backtestNaive: (own: number, naive: number) =>
      `It was off by ${f.percent(own)} of the purchases; “as often as before” would have been off by ${f.percent(naive)}.`,
    backtestLink: "What customers are worth",

    trackingTitle: (error: number): string =>
      Math.abs(error) < 0.1
        ? "The model keeps the course through months that it has not seen"
        : error > 0
          ? "The model expects more than comes"
          : "More comes than the model expects",
    trackingNone: "Week by week",
    trackingSubtitle: "Repeat purchases added up, of those who were customers before the months held out",
    trackingActual: "actual",
    trackingExpected: "expected",
    trackingHeld: "Held out",
    trackingYes: "yes",
    trackingWeek: "Week from",
    trackingNote: (method: string) =>
      `Dashed: the ${method}, fitted to what came before the shaded months. Here it expects the same of everybody who came on one day, whatever they then did; in the headline it knows each past, so the two are off by different amounts.`,
    weeklyTitle: (week: string) => `The forecast was furthest off in the week of ${week}`,
    weeklySubtitle: "Repeat purchases per week",
    weeklyNote: "No model knows seasons or campaigns: they are what stands out here.",

    calibrationTitle: (error: number) =>
      `By how often people had bought before, the forecast is ${f.percent(error)} off`,
    calibrationNone: "By how often they had bought",
    calibrationSubtitle:
      "Purchases per customer in the months held out, by repeat purchases before; bars: actual, lines: expected",
    calibrationClass: "Repeat purchases before",

    scoreTitle: (method: string, error: number) =>
      `Customer by customer, ${method} is nearest: off by ${f.decimal(error, 2)} purchases`,
    scoreNone: "Models and what they have to beat",
    scoreSubtitle: "Predictions of the months held out; the chosen model in bold",
    scoreMethod: "Method",
    scoreTotal: "Purchases",
    scoreClasses: "By class",
    scoreEach: "MAE",
    scoreRevenueTotal: "Revenue",
    scoreRevenueEach: "MAE",
    scoreNote:
      "Purchases and revenue: error of the total. By class: errors of all classes of the chart, by the purchases that came. MAE: mean absolute error per customer; it favours saying 0 for everybody, so the choice is made by class.",

    modelTable: "Models and their parameters",
    modelTableCaption: "Parameters by maximum likelihood, times in weeks",
    modelPeriod: "Fitted to",
    modelAll: "all data",
    modelBefore: "what came before",
    modelParameter: "Parameter",
    modelEstimate: "Estimate",
    modelError: "Standard error",
    modelLikelihood: "Log likelihood",
    modelWarning: (code: string) => warnings[code] ?? code,
    modelStatus: (status: string): string =>
      status === "too_few" ? "fewer than a hundred have bought again" : "no maximum was found",
  };
};
