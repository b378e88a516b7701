import type {Entity} from "./entity.ts";

/** What other currencies are worth. */
export const exchangeRates: Entity = {
  grain: "One row per day and currency.",
  key: ["day", "currency"],
  fields: {
    day: {type: "date", about: "the day", required: true},
    currency: {
      type: "text",
      about: "ISO 4217 code",
      required: true,
      check: {rule: "not a currency code", sql: "length(currency) = 3"},
    },
    rate: {
      type: "money",
      about: "units of the reporting currency for one unit",
      required: true,
      check: {rule: "a rate is positive", sql: "rate > 0"},
    },
  },
};
