import type {Basis} from "../baskets/basket-rows.ts";
import {liftDigits} from "../baskets/lift-digits.ts";
import type {CountedShare} from "../baskets/share-in-words.ts";
import type {Format} from "../format.ts";
import {counted} from "./english.ts";

interface RuleFacts {
  basis: Basis;
  /** One name, or two. */
  antecedent: readonly string[];
  consequent: string;
  share: CountedShare;
  lift: number;
}

interface SequenceFacts {
  before: string;
  after: string;
  share: CountedShare;
  lift: number;
  medianDays: number;
}

/** What the pages about baskets say. */
export const enBaskets = (f: Format) => {
  const times = (lift: number) => `${f.decimal(lift, liftDigits(lift))} times`;
  const both = (names: readonly string[]) => names.map((name) => `“${name}”`).join(" and ");
  const of = (basis: Basis, n: number) => counted(f, n, basis === "orders" ? "order" : "customer");
  return {
    basketLevels: {
      product: "Products",
      subcategory: "Subcategories",
      category: "Categories",
      department: "Departments",
    },
    basketBases: {customers: "Customers, with all their orders", orders: "Orders, each for itself"},
    basketsNone: (basis: Basis): string =>
      basis === "orders"
        ? "No order of this shop names a product."
        : "No order of this shop names both a product and a customer.",
    basketsSingle: "The shop sold one product: there is nothing else that could be bought with it.",
    basketsFew: (basis: Basis, several: number, all: number, least: number) =>
      `${f.integer(several)} of ${of(basis, all)} ${basis === "orders" ? "hold" : "bought"} more than one product; a rule must stand for ${f.integer(least)}.`,
    basketsChance: (basis: Basis, least: number) =>
      `No two things are ${basis === "orders" ? "together in" : "bought by"} ${of(basis, least)} or more, and more often than chance would have it.`,
    basketsChange:
      "What helps: a longer history; products.category, so that things are counted by category; or a lower baskets.minCount and baskets.minSupport in the configuration, not below privacy.minCustomers. A rule that few stand for is soon chance.",

    rulesTitle: "Bought together",
    rulesPlain: "No rule of what is bought together was found.",
    ruleSentence: ({basis, antecedent, consequent, share, lift}: RuleFacts) => {
      const one = share.n === 1;
      const who = share.of === 1 ? "All" : `${f.integer(share.n)} of ${f.integer(share.of)}`;
      const plural = share.of === 1 || !one;
      return basis === "customers"
        ? `${who} customers who buy ${both(antecedent)} also ${plural ? "buy" : "buys"} “${consequent}”: ${times(lift)} the usual.`
        : `${who} orders with ${both(antecedent)} also ${plural ? "hold" : "holds"} “${consequent}”: ${times(lift)} the usual.`;
    },
    rulesUsual: "The usual is the share among all.",
    ruleListCustomers: "Who buys this also buys that",
    ruleListOrders: "Together in one order",
    ruleListSubtitle: (basis: Basis, level: string) =>
      `Strongest rules over ${basis === "orders" ? "orders" : "customers with all their orders"} · ${level}`,
    ruleDetail: (basis: Basis, count: number, all: number) => `${f.integer(count)} of ${of(basis, all)}`,
    ruleReverse: (share: number) => `the other way round ${f.percent(share)}`,

    networkTitle: (a: string, b: string, lift: number) =>
      `“${a}” and “${b}” are in one order ${times(lift)} as often as chance would have it`,
    networkSubtitle: (level: string) =>
      `Strongest rules over orders · ${level} · from what is bought to what is bought too, as wide as the share that does`,
    networkNote:
      "In colour: what is strongest, both ways, with the shares. Grey: the next ones, the way that is taken more often.",
    networkRule: (count: number, confidence: number, lift: number) =>
      `${counted(f, count, "order")}, ${f.percent(confidence)}, ${times(lift)} the usual`,

    explorerTitle: (n: number) => (n === 1 ? "The one rule" : `All ${f.integer(n)} rules`),
    explorerSubtitle: "Strongest rules of each level; redundant ones are left out unless asked for",
    explorerTop: (basis: string, level: string) => `${level} · ${basis}`,
    explorerNote:
      "Support, leverage: per 1,000. p: adjusted for all rules that were tested. Redundant: one of the two things alone says as much.",
    explorerFilters: "Which rules",
    explorerBasis: "Counted over",
    explorerLevel: "Level",
    explorerSize: "Things bought",
    explorerSizes: {any: "One or two", one: "One", two: "Two"},
    explorerText: "Name contains",
    explorerRedundant: "Redundant ones too",
    explorerCount: "# of ## rules",
    explorerMore: "Show all",
    explorerEmpty:
      "No such rule. Change the name or the level, count over the other basis, or show redundant ones too.",
    explorerSort: "Sort by",
    ruleColumn: "Rule",
    ruleMeasures: {
      count: "Together",
      confidence: "Confidence",
      lift: "Lift",
      support: "Support, ‰",
      leverage: "Leverage, ‰",
      conviction: "Conviction",
      zhang: "Zhang",
      adjusted_p_value: "p",
    },

    notationSummary: "What the measures are, and how else they are written",
    notationCaption: "Measures of a rule, here and in CRM courses",
    notationColumns: ["Measure", "Here: X → Y, who buys X also buys Y", "In CRM courses"] as [string, string, string],
    notationRows: [
      ["Support", "share of all who buy X and Y", "Destek = P(X and Y) = who buys X and Y / all customers"],
      [
        "Confidence",
        "who buys X and Y / who buys X, written P(Y | X)",
        "Güven = P(X/Y) = who buys X and Y / who buys Y: the condition is Y, behind the stroke",
      ],
      ["The usual", "share of all who buy Y", "P(Result) = who buys the result / all customers"],
      ["Lift", "confidence / share of all who buy Y; 1: as chance would have it", "Lift = Güven / P(Result)"],
      ["Two things", "X₁ + X₂ → Y", "(X+Y) → Z: here X and Y are bought, and Z is the result"],
      ["Leverage", "support − share with X · share with Y", "–"],
      ["Conviction", "share without Y / share without Y among those with X; ∞: none is without", "–"],
      ["Zhang", "leverage / the most that it could be, −1 to 1", "–"],
      ["p", "chance of so many together, by Fisher’s exact test, adjusted by Benjamini and Hochberg", "–"],
    ] as [string, string, string][],
    notationExample:
      "Of seven baskets – abc, ab, abd, be, ac, ce, abde – four hold a and b, two of them d as well, and two hold d at all. Here a + b → d: support 2/7, confidence 2/4, lift 2/4 / 2/7 = 1.75. There (a+b) → d: Destek P(a and b and d) 2/7, Güven P(d / a and b) 2/4, P(Result) 2/7, the same lift.",

    sequencesTitle: "Bought next",
    sequencesPlain: "No sequence of what is bought after what was found.",
    sequenceSentence: ({before, after, share, lift, medianDays}: SequenceFacts) =>
      `${share.of === 1 ? "All" : `${f.integer(share.n)} of ${f.integer(share.of)}`} customers who bought “${before}” bought “${after}” in a later order: ${times(lift)} what chance would bring; half of them within ${counted(f, medianDays, "day")}.`,
    sequencesLead:
      "Chance is what the later orders of the same customers would bring anyway. The days tell when to write: before most have bought by themselves, and not at once.",
    sequencesSingle: "The shop sold one product: nothing else could be bought after it.",
    sequencesFew: (repeat: number, all: number, least: number) =>
      `${f.integer(repeat)} of ${counted(f, all, "customer")} ordered more than once; a sequence must stand for ${f.integer(least)}.`,
    sequencesChance: (least: number) =>
      `Nothing is bought after another thing by ${counted(f, least, "customer")} or more, and clearly more often than their orders bring anyway.`,
    sequencesChange:
      "What helps: a longer history; products.category, so that things are counted by category; or a lower baskets.minCount in the configuration, not below privacy.minCustomers.",
    sequencesLevel: "Level",
    sequenceListTitle: "Strongest sequences",
    sequenceListSubtitle: (level: string) => `Customers who bought one thing, and another in a later order · ${level}`,
    sequenceDetail: (count: number, all: number) => `${f.integer(count)} of ${counted(f, all, "customer")}`,
    timingTitle: (before: string, after: string, share: number) =>
      `After “${before}”, ${f.percent(share)} of those who go on to “${after}” do so within 30 days`,
    timingSubtitle:
      "Of the customers who bought the second thing later: share within 30, 60 and 90 days, and the median",
    timingKeys: ["within 30 days", "31–60", "61–90", "later"] as [string, string, string, string],
    timingMedian: (days: number) => `median ${counted(f, days, "day")}`,
    timingNote:
      "Days from the first order with the one to the first later order with the other. Who has not bought it yet is not in these shares.",
    sequenceColumns: {
      sequence: "Sequence",
      count: "Customers",
      confidence: "Of those before",
      lift: "Lift",
      median: "Median days",
      within: "Within # days",
    },
  };
};
