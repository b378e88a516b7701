import type {Format} from "../format.ts";
import {counted} from "./english.ts";

const both = (parts: readonly string[]) =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** What the page of product life says. */
export const enLives = (f: Format) => ({
  livesTitle: "Product life",
  livesHeadline: (items: readonly (readonly [string, number])[]) =>
    `${both(items.map(([name, days], i) => `${name} ${i === 0 ? "is bought again about " : ""}every ${f.integer(days)} days`))}.`,
  livesNoRhythm: (level: "category" | "product", name: string, days: number) =>
    `No ${level} is bought on a rhythm; ${name} comes back soonest, after a median of ${f.integer(days)} days.`,
  livesPlain: "The data are too short yet to say how long anything lasts.",
  livesDue: (name: string, due: number | null, soon: number | null) =>
    `${name}: ${due === null ? "too few are due now to say how many" : `${counted(f, due, "customer is", "customers are")} due now`}${soon === null ? "." : `, ${f.integer(soon)} more within 30 days.`}`,
  livesOthers: (level: "category" | "product", n: number, isRest: boolean) => {
    const what = counted(f, n, level, level === "category" ? "categories" : "products");
    return `${isRest ? `The other ${what}` : `The ${what}`} come back, but at no certain time: a date would remind the wrong people.`;
  },
  livesTooShort: "No product or category has 30 completed gaps between two purchases yet.",
  livesDays: (days: number) => counted(f, Math.round(days), "day"),
  basketItem: (level: "category" | "subcategory" | "product"): string => (level === "product" ? "Product" : "Category"),

  lifeTitle: (level: "category" | "product", n: number, all: number) => {
    const what = level === "category" ? "categories" : "products";
    return n === 0
      ? `None of the ${f.integer(all)} ${what} is bought on a rhythm`
      : `${f.integer(n)} of ${f.integer(all)} ${what} ${n === 1 ? "is" : "are"} bought on a rhythm`;
  },
  lifeNone: "How long things last",
  lifeSubtitle: "Days until it is bought again by those who buy it again: median with its 95% interval",
  lifeScale: "On one scale",
  lifeDays: "Days",
  lifeOnTime: "On time",
  lifeRepeat: "Ever again",
  lifeUnknown: "unknown",
  lifeOverride: (median: number | null) => `set by the shop${median === null ? "" : `, observed ${f.integer(median)}`}`,
  lifeOwn: (days: number) => `${f.integer(days)} (set by the shop)`,
  lifeNote:
    "On time: gaps that end within 15% of the life; where people buy by chance about one in ten does, and above three in ten we speak of a rhythm. Ever again: buyers who bought it on a second day. A gap that is still open counts for as long as it was seen (Kaplan–Meier); under 30 completed gaps the life is unknown, and nothing falls due.",
  lifeDetails: (level: "subcategory" | "product"): string =>
    level === "subcategory" ? "Finer categories" : "The products that most people buy",

  calendarTitle: (name: string, due: number, soon: number | null) =>
    `${name}: ${f.integer(due)} due now${soon === null ? "" : `, ${f.integer(soon)} within 30 days`}`,
  calendarNone: "What falls due when",
  calendarOthers: "What is bought without a rhythm",
  calendarSubtitle: "Customers who bought it, by when it falls due for them: their last purchase and its life",
  calendarNote:
    "Due now: from 15% of the life before to 15% after. Whoever is more than a whole life late has most likely stopped. A customer counts once in each category that they bought.",
  duePeriods: {
    long_overdue: "More than a life late",
    overdue: "Overdue",
    due: "Due now",
    next_30: "Within 30 days",
    next_60: "31–60",
    next_90: "61–90",
    later: "Later",
  },
  dotWithheld: "· withheld: too few people.",
});
