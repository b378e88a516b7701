import type {Entity} from "./entity.ts";

/** What is to be reached. */
export const targets: Entity = {
  grain: "One row per month and metric.",
  key: ["month", "metric"],
  fields: {
    month: {type: "date", about: "first day of the month", required: true},
    metric: {
      type: "text",
      about: "net_revenue, orders, new_customers, second_orders, aov, return_rate",
      required: true,
    },
    value: {type: "money", about: "the target", required: true},
  },
};
