import type {Entity} from "./entity.ts";

/** Who was in which arm of which campaign. */
export const campaignAssignments: Entity = {
  grain: "One row per campaign, customer and step.",
  key: ["campaign_id", "customer_id", "step"],
  fields: {
    campaign_id: {type: "text", about: "the campaign", required: true},
    customer_id: {type: "text", about: "the customer", required: true},
    arm: {type: "text", about: "treatment, control or the name of a variant", required: true},
    step: {
      type: "integer",
      about: "1 for the first offer, 2 for the second",
      check: {rule: "steps begin at 1", sql: "step >= 1"},
    },
    offer_id: {type: "text", about: "the offer"},
    assigned_at: {type: "timestamp", about: "time of the assignment"},
  },
};
