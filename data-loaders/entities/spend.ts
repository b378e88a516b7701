import type {Entity} from "./entity.ts";

/** What advertising cost. */
export const spend: Entity = {
  grain: "One row per day and channel.",
  key: ["day", "channel"],
  fields: {
    day: {type: "date", about: "the day", required: true},
    channel: {type: "text", about: "acquisition channel", required: true},
    amount: {
      type: "money",
      about: "cost, in the reporting currency",
      required: true,
      check: {rule: "a cost cannot be negative", sql: "amount >= 0"},
    },
  },
};
