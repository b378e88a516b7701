/**
 * What is planted in the demo, so that every analysis can be checked against something known.
 * The generator reads these numbers, and the tests recover each of them from the written files.
 *
 * 1. `duplicates`: an exact number of second accounts. Each shares the e-mail (in another case, or with spaces) or the
 *    phone (in another format) of the person's first account. An office phone is shared by many accounts of different
 *    people, and some accounts carry throw-away values: neither may link anybody.
 * 2. `carrierBreakdown`: one carrier delivers a month's parcels many days late. A share of the frequent customers who
 *    were hit never comes back, and so the slides from Champions to At Risk jump when their last order is older than 90
 *    days: three months later, in the newest month of the demo.
 * 3. `attachments`: a phone takes a case along, and a shirt takes cuff-links along, in the same order (lift above 2).
 * 4. `perfume`, `insurance`: bought again after about so many days.
 * 5. `effectiveCampaign`, `idleCampaign`: both have a random control group of half of the audience; one brings
 *    additional orders within a month, the other none.
 * 6. `unsubscribing`: most of those who leave the e-mail list stop buying soon after.
 * 7. `doubleCohort`: the customers whose first order falls in this month fill their baskets twice.
 * 8. `reminder`: not to be found by an analysis, but part of the shop's life. A frequent customer who stays away for 72
 *    days gets a reminder, and most of those who have not left for good come back within a fortnight.
 * 9. `brokenFeed`: no web event was recorded on these days, though orders went on.
 */
export const plantedTruths = {
  duplicates: {
    share: 0.03,
    sharedPhone: "0212 555 01 00",
    throwAwayEmail: "test@example.com",
    throwAwayPhone: "0000000000",
  },
  carrierBreakdown: {
    carrier: "Anka Kargo",
    from: "2026-07-03",
    to: "2026-07-31",
    lateShare: 0.9,
    lateDays: [6, 16],
    /** At least so many orders in the 365 days before make a customer frequent. */
    frequentOrders: 5,
    leavingShare: 0.22,
    slidesIn: "2026-10",
  },
  attachments: {
    phone: {subcategory: "Akıllı Telefon", takes: "Kılıf", probability: 0.4},
    shirt: {subcategory: "Gömlek", takes: "Kol Düğmesi", probability: 0.14},
  },
  perfume: {category: "Parfüm", days: 90, deviation: 11},
  insurance: {category: "Sigorta", days: 365, deviation: 7},
  effectiveCampaign: {id: "K14", startsOn: "2025-09-08", extraOrders: 0.28},
  idleCampaign: {id: "K17", startsOn: "2026-02-02", extraOrders: 0},
  unsubscribing: {leavingShare: 0.7, withinDays: 15},
  reminder: {campaignId: "K23", quietDays: 72, frequentOrders: 4, returningShare: 0.75, withinDays: 14},
  doubleCohort: {month: "2025-03", basketFactor: 2},
  brokenFeed: {entity: "web_events", from: "2026-04-07", to: "2026-04-15"},
} as const;

/** How many accounts are a person's second or third one. */
export function duplicateAccounts(customers: number): number {
  return Math.round(customers * plantedTruths.duplicates.share);
}

/** How many people gave the office's phone: always more than the five that identity resolution tolerates. */
export function officePhoneAccounts(customers: number): number {
  return Math.max(8, Math.round(customers * 0.0015));
}

/** How many accounts carry a throw-away e-mail, and as many others a throw-away phone. */
export function throwAwayAccounts(customers: number): number {
  return Math.max(7, Math.round(customers * 0.002));
}
