import {z} from "zod";
import {alertsSchema} from "./alerts-schema.ts";
import {alternativesSchema, completeAlternatives} from "./alternatives.ts";
import {cohortPairsSchema} from "./cohort-pairs.ts";
import {engagementSchema} from "./engagement-schema.ts";
import {leverSchema} from "./lever-schema.ts";
import {lifeCycleSchema} from "./life-cycle.ts";
import {productLifeSchema} from "./product-life-schema.ts";
import {rfmSchema} from "./rfm-schema.ts";
import {findBuiltInMap, segmentMapSchema} from "./segment-map.ts";
import {sourcesSchema} from "./source-schema.ts";
import {isStateKey, namePoolStates, poolStatesSchema} from "./states.ts";
import {hasTouches} from "./touch-sources.ts";
import {valueSchema} from "./value-schema.ts";
import {findEdgeProblems, listUsualEdges, watchedEdgesSchema} from "./watched-edges.ts";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day such as 2026-10-31")
  .refine(isRealDay, "no such day");
const count = z.int().min(1);
const stateKey = z.string().refine((key) => key !== "unknown", "nobody can be unknown at a snapshot");

/** The headline movement: from which segments, to which, within how many months. */
const slideSchema = z.strictObject({
  /** Default: of a built-in map its own; else `champions`, and `at_risk` with `cant_lose`. */
  from: z.array(stateKey).min(1).optional(),
  to: z.array(stateKey).min(1).optional(),
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
  /** Whether a row per customer is published, for exploration: in bands alone, each combination shared by `minCustomers`. */
  publishCustomers: z.boolean().default(false),
  /** Texts that the scan of the site lets pass although they look private: the shop's own address or phone. */
  allowed: z.array(z.string().min(1)).default([]),
});

/** Which rules and sequences of baskets are looked for; definitions in docs/definitions.md. */
const basketsSchema = z.strictObject({
  /** Fewest orders, or customers, that a rule or a sequence stands for; never fewer than `privacy.minCustomers`. */
  minCount: z.int().min(1).default(30),
  /** Smallest share of all orders, or customers, that a rule stands for. */
  minSupport: z.number().min(0).max(1).default(0.0001),
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
    /** Name of the definitions: a change of it declares that figures are meant to change with them. */
    definitionVersion: z.string().min(1).max(20).default("1"),
    sources: sourcesSchema,
    rfm: rfmSchema.prefault({}),
    /** `ten` or `four-groups`, or the segments: key, labels, colour and the cells of the R×F (×M) grid that each one owns. */
    segments: segmentMapSchema.prefault("ten"),
    /** Other names and colours for the states outside the pool. */
    poolStates: poolStatesSchema.prefault({}),
    lifecycle: lifeCycleSchema.prefault({}),
    engagement: engagementSchema.prefault({}),
    slide: slideSchema.prefault({}),
    /** Other definitions: the newest month is scored by each too, and the report shows who would be in another segment. */
    alternatives: alternativesSchema,
    /** Moves that are tested for being unusual, beside the headline: at most ten. */
    watchedEdges: watchedEdgesSchema,
    value: valueSchema.prefault({}),
    productLife: productLifeSchema.prefault({}),
    levers: leverSchema.prefault({}),
    /** Cohorts beside those from order to order: by the month of the first event, how many come back to the other. */
    cohorts: cohortPairsSchema,
    identity: identitySchema.prefault({}),
    privacy: privacySchema.prefault({}),
    baskets: basketsSchema.prefault({}),
    quality: qualitySchema.prefault({}),
    alerts: alertsSchema.prefault({}),
    /** Youngest age of each age band but the first. */
    ageBands: z.array(count).min(1).refine(isIncreasing, "expected increasing ages").default([25, 35, 45, 55, 65]),
  })
  .transform((shop, context) => {
    const builtIn = findBuiltInMap(shop.segments);
    return {
      ...shop,
      poolStates: namePoolStates({...builtIn?.poolStates, ...shop.poolStates}),
      slide: {
        ...shop.slide,
        from: shop.slide.from ?? builtIn?.slide.from ?? ["champions"],
        to: shop.slide.to ?? builtIn?.slide.to ?? ["at_risk", "cant_lose"],
      },
      alternatives: completeAlternatives(shop.alternatives, shop, (path, message) =>
        context.addIssue({code: "custom", path: ["alternatives", ...path], message}),
      ),
      watchedEdges: shop.watchedEdges ?? listUsualEdges(shop.segments),
    };
  })
  .superRefine((shop, context) => {
    if (shop.rfm.recencyBasis === "touch" && !hasTouches(shop.sources))
      context.addIssue({
        code: "custom",
        path: ["rfm", "recencyBasis"],
        message:
          "no source says when anybody was in touch: give web_events, message_events, calls, tickets or survey_answers",
      });
    shop.alternatives.forEach(({rfm}, i) => {
      if (rfm.recencyBasis === "touch" && !hasTouches(shop.sources))
        context.addIssue({
          code: "custom",
          path: ["alternatives", i, "rfm", "recencyBasis"],
          message: "no source says when anybody was in touch",
        });
    });
    for (const end of ["from", "to"] as const)
      shop.slide[end].forEach((key, i) => {
        if (!isStateKey(key, shop.segments))
          context.addIssue({
            code: "custom",
            path: ["slide", end, i],
            message: `no segment has the key ${JSON.stringify(key)}`,
          });
      });
    for (const {path, message} of findEdgeProblems(shop.watchedEdges, shop.segments))
      context.addIssue({code: "custom", path: ["watchedEdges", ...path], message});
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
