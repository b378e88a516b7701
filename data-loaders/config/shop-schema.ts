import {z} from "zod";
import {defaultSegments, segmentListSchema} from "./segment-map.ts";
import {sourcesSchema} from "./source-schema.ts";
import {isStateKey} from "./states.ts";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day such as 2026-10-31")
  .refine(isRealDay, "no such day");
const count = z.int().min(1);
const stateKey = z.string().refine((key) => key !== "unknown", "nobody can be unknown at a snapshot");

/** RFM scoring; formulas in docs/definitions.md. */
const rfmSchema = z
  .strictObject({
    /** The business model that chooses the look-back window: `ecommerce` 12 months, `seasonal` 24. */
    preset: z.enum(["ecommerce", "seasonal"]).default("ecommerce"),
    /** Months in the look-back window, in place of the preset's. */
    windowMonths: z.int().min(1).max(60).optional(),
    /** `edges`: recency scored by `recencyDays`; `quintile`: by the share of the pool that was away longer. */
    recency: z.enum(["edges", "quintile"]).default("edges"),
    /** Largest days since the last order for the scores 5, 4, 3 and 2 (right-closed). */
    recencyDays: z.tuple([count, count, count, count]).default([30, 60, 90, 180]),
    /** Who is scored: `buyers` with an order in the window; `active`: at least 4 orders and one in the last 90 days. */
    pool: z
      .union([
        z.enum(["buyers", "active"]),
        z.strictObject({minOrders: count, scope: z.enum(["ever", "window"]), activeWithinDays: count.optional()}),
      ])
      .default("buyers"),
  })
  .refine((rfm) => isIncreasing(rfm.recencyDays), {
    path: ["recencyDays"],
    message: "expected four increasing numbers of days",
  });

/** The headline movement: from which segments, to which, within how many months. */
const slideSchema = z.strictObject({
  from: z.array(stateKey).min(1).default(["champions"]),
  to: z.array(stateKey).min(1).default(["at_risk", "cant_lose"]),
  withinMonths: z.int().min(1).max(24).default(6),
});

/** Which accounts are one person; rules in docs/definitions.md. */
const identitySchema = z.strictObject({
  /** Most accounts that may share an e-mail, phone, card … and still be one person; above it the value links nobody. */
  maxAccountsPerIdentifier: z.int().min(1).default(5),
  /** ISO 3166 code of the country of phone numbers that are written without one. */
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/, "expected a country code such as TR")
    .default("TR"),
});

const privacySchema = z.strictObject({
  /** Fewest customers in a published cell that is broken down by an attribute. */
  minCustomers: z.int().min(1).default(10),
});

const qualitySchema = z.strictObject({
  /** Largest share of a file's rows that may be rejected for being malformed; above it the run fails. */
  maxRejectShare: z.number().min(0).max(1).default(0.01),
});

export const shopSchema = z
  .strictObject({
    /** The shop's name as the report prints it. */
    name: z.string().min(1),
    /** IANA zone in which days and months are taken. */
    timeZone: z.string().refine(isTimeZone, "unknown time zone").default("Europe/Istanbul"),
    /** ISO 4217 code of the one reporting currency. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "expected a currency code such as TRY")
      .default("TRY"),
    /** Languages of the site, the first one is the default. */
    languages: z
      .array(z.enum(["tr", "en"]))
      .min(1)
      .refine((languages) => new Set(languages).size === languages.length, "each language once")
      .default(["tr", "en"]),
    /** Last day of data, inclusive; absent: the day of the newest order. */
    asOf: day.optional(),
    sources: sourcesSchema,
    rfm: rfmSchema.prefault({}),
    /** The segments: key, labels, colour and the cells of the R×F (×M) grid that each one owns. */
    segments: segmentListSchema.default(defaultSegments),
    slide: slideSchema.prefault({}),
    identity: identitySchema.prefault({}),
    privacy: privacySchema.prefault({}),
    quality: qualitySchema.prefault({}),
    /** Youngest age of each age band but the first. */
    ageBands: z.array(count).min(1).refine(isIncreasing, "expected increasing ages").default([25, 35, 45, 55, 65]),
  })
  .superRefine((shop, context) => {
    for (const end of ["from", "to"] as const)
      shop.slide[end].forEach((key, i) => {
        if (!isStateKey(key, shop.segments))
          context.addIssue({
            code: "custom",
            path: ["slide", end, i],
            message: `no segment has the key ${JSON.stringify(key)}`,
          });
      });
    shop.slide.to.forEach((key, i) => {
      if (shop.slide.from.includes(key))
        context.addIssue({code: "custom", path: ["slide", "to", i], message: `${key} is in slide.from too`});
    });
  });

export type ShopConfig = z.output<typeof shopSchema>;
export type ShopConfigInput = z.input<typeof shopSchema>;

function isIncreasing(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > numbers[i - 1]!);
}

function isRealDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", {timeZone: name});
    return true;
  } catch {
    return false;
  }
}
