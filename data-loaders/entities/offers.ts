import type {Entity} from "./entity.ts";

/** What campaigns offer. */
export const offers: Entity = {
  grain: "One row per offer.",
  key: ["offer_id"],
  fields: {
    offer_id: {type: "text", about: "number of the offer", required: true},
    name: {type: "text", about: "name"},
    type: {type: "text", about: "free shipping, coupon, percentage, gift"},
    threshold: {type: "money", about: "from what order value on"},
    value: {type: "money", about: "worth"},
    currency: {type: "text", about: "ISO 4217 code"},
  },
};
