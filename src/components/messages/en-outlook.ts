import type {Format} from "../format.ts";
import type {Month} from "../month.ts";
import type {MoveCause, Verdict} from "../report/movement-rows.ts";

/** What the monthly report says of why people moved, what is normal, what comes next and what to do. */
export const enOutlook = (f: Format) => ({
  verdicts: {
    above: (range) => `That is above the normal range of ${range} a month.`,
    below: (range) => `That is below the normal range of ${range} a month.`,
    within: (range) => `That is within the normal range of ${range} a month.`,
    too_short: (_, months) =>
      `A normal range takes twelve months with complete history before this one; there ${months === 1 ? "is" : "are"} ${months}.`,
    too_few: () => "Too few slide in a month for a normal range.",
    partial: () => "",
  } satisfies Record<Verdict, (range: string, months: number) => string> as Record<
    Verdict,
    (range: string, months: number) => string
  >,
  countRange: (from: number, to: number) => `${f.integer(from)}–${f.integer(to)}`,
  rangeBand: "normal range",
  rangeColumn: "Normal range",
  whySlid: (ageing: number, behaviour: number) =>
    behaviour === 0
      ? "None of them ordered in the month."
      : ageing === 0
        ? "All of them ordered in the month, but less than it takes to stay."
        : `${f.integer(ageing)} of them did not order in the month; ${f.integer(behaviour)} did, but less than it takes to stay.`,
  sourcesOfSentences: "Sources:",

  causesSubtitle: (from: Month, to: Month) =>
    `Customers whose state at the end of ${f.monthName(to)} differs from ${f.monthName(from)}’s, by the first cause that holds`,
  causesNone: "Nobody changed state this month",
  cause: "Cause",
  causeNames: {
    first_seen: "New to the shop",
    entered: "Ordered again after a long time",
    left: "No order left in the window",
    restated: "Corrected data of an earlier month",
    thresholds: "Only the scale moved",
    behaviour: "Ordered in the month",
    ageing: "Time passed without an order",
  } as Record<MoveCause, string>,
  causeTitles: {
    first_seen: (n, of) => `Most who moved are new: ${f.integer(n)} of ${f.integer(of)}`,
    entered: (n, of) => `Most who moved came back: ${f.integer(n)} of ${f.integer(of)}`,
    left: (n, of) => `Most who moved have no order left in the window: ${f.integer(n)} of ${f.integer(of)}`,
    restated: (n, of) => `Corrected data moved the most: ${f.integer(n)} of ${f.integer(of)}`,
    thresholds: (n, of) => `The moving scale moved the most: ${f.integer(n)} of ${f.integer(of)}`,
    behaviour: (n, of) => `Most who moved did so by ordering: ${f.integer(n)} of ${f.integer(of)}`,
    ageing: (n, of) => `Time without an order moved the most: ${f.integer(n)} of ${f.integer(of)}`,
  } as Record<MoveCause, (n: number, of: number) => string>,
  causesNotAssessed: "Corrected data of an earlier month: not assessed.",
  causesProof: (total: number, movers: number) =>
    `Causes add up to all who moved ${total === movers ? "✓" : "✗"} ${f.integer(total)} of ${f.integer(movers)}`,

  edgesTitle: (move: string, n: number, isMore: boolean) =>
    `${move}: ${f.integer(n)} ${isMore ? "more" : "fewer"} than usual, the largest change`,
  edgesNone: "Too little history to compare moves with",
  edgesSubtitle: "Moves between segments within the month, against the mean of the six months before",
  edgesMore: "More than usual",
  edgesFewer: "Fewer than usual",
  edgeDetail: (count: number, usual: number) => `${f.integer(count)}, usual ${f.integer(usual)}`,

  projectionTitle: (label: string, now: number, expected: number, month: Month) =>
    expected === now
      ? `${label} expected to stay at ${f.integer(now)} until ${f.monthName(month)}`
      : `${label} expected to ${expected > now ? "grow" : "shrink"} from ${f.integer(now)} to ${f.integer(expected)} by ${f.monthName(month)}`,
  projectionSubtitle:
    "Customers per segment at the month’s end, if people go on moving as in the last twelve months; the range holds four times out of five",
  projectionNone: "Too little history for a projection",
  projectionWhyNone: "It takes twelve months of moves between snapshots that have a complete window behind them.",
  projectionNow: "Now",
  projectionRange: "Range",
  projectionAsForetold: "This month against its projection",
  projectionMet: (ends: string) => `as expected (${ends})`,
  projectionMore: (ends: string) => `more than ${ends}`,
  projectionLess: (ends: string) => `fewer than ${ends}`,
  projectionCoverage: (share: number, n: number) =>
    `Of ${f.integer(n)} projections a month ahead so far, ${f.percent(share)} held within their range; 80% should.`,

  lifeCycleTitle: (name: string, change: number, now: number) =>
    change === 0
      ? `The life cycle stands still: ${name} at ${f.integer(now)}`
      : `${name} ${change > 0 ? "grew" : "shrank"} by ${f.integer(Math.abs(change))} to ${f.integer(now)}`,
  lifeCyclePlain: "Where customers stand in their life cycle",
  lifeCycleSubtitle: "Life cycle: customers by orders so far and days since the last one",
  lifeCycleCame: "Came",
  lifeCycleLeft: "Left",
  lifeCycleRevenue: "Net revenue, month",
  lifeCycleMonths: (n: number) => `${n} months`,
  lifeCycleNote: (d: {activeDays: number; lostDays: number; loyalOrders: number}) =>
    `Active up to ${d.activeDays} days after the last order, lost after ${d.lostDays}; loyal from ${d.loyalOrders} orders.`,

  playbookTitle: (label: string, programme: string) => `First: ${label}. ${programme}`,
  playbookPlain: "What to do",
  playbookSubtitle: (windowMonths: number) =>
    `What to do, per segment: programme, channel, kind of offer. Value: net revenue of the last ${windowMonths} months`,
  playbookValue: "Value",
  playbookReach: "Agreed to contact",
  reachChannels: {email: "e-mail", sms: "SMS", push: "push", call: "phone"},
  playbookReached: (people: number, share: number) => `${f.integer(people)} (${f.percent(share)})`,
  playbookProgramme: "Programme",
  playbookChannel: "Channel",
  playbookOffer: "Offer",
  plays: {
    champions: {
      programme: "Thank and involve them",
      channel: "personal e-mail, app",
      offer: "early access, gift; no discount",
    },
    loyal: {programme: "Widen what they buy", channel: "e-mail, app", offer: "cross-sell, points"},
    potential_loyalists: {
      programme: "Bring the next order forward",
      channel: "e-mail, push",
      offer: "offer for the next order, with a date",
    },
    new_customers: {
      programme: "Welcome series to the second order",
      channel: "e-mail",
      offer: "how to use it; free delivery on the second order",
    },
    promising: {programme: "Remind within 30 days", channel: "e-mail, push", offer: "what goes with the first order"},
    need_attention: {
      programme: "Renew interest before it fades",
      channel: "e-mail, SMS",
      offer: "limited-time offer in their category",
    },
    about_to_sleep: {programme: "Light reminder", channel: "e-mail, push", offer: "bestsellers, new arrivals"},
    at_risk: {
      programme: "Win-back programme",
      channel: "SMS, then call",
      offer: "strong, personal, with an end date",
    },
    cant_lose: {
      programme: "Call them and ask what went wrong",
      channel: "call, personal e-mail",
      offer: "put things right first, then an offer",
    },
    hibernating: {programme: "One cheap attempt, then rest", channel: "e-mail", offer: "clearance, seasonal"},
  } as Record<string, {programme: string; channel: string; offer: string}>,
});
