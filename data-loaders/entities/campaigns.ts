import type {Entity} from "./entity.ts";

/** Campaigns and what they were for. */
export const campaigns: Entity = {
  grain: "One row per campaign.",
  key: ["campaign_id"],
  fields: {
    campaign_id: {type: "text", about: "number of the campaign", required: true},
    name: {type: "text", about: "name"},
    programme: {type: "text", about: "welcome, first purchase, cross-sell, retention, churn, win-back"},
    goal: {type: "text", about: "retention or acquisition"},
    message_type: {type: "text", about: "promotional, informational or emotional"},
    channel: {type: "text", about: "email, sms, push, ads, call_center"},
    offer_id: {type: "text", about: "the offer"},
    audience: {type: "text", about: "who was meant"},
    starts_on: {type: "date", about: "first day"},
    ends_on: {type: "date", about: "last day"},
    budget: {type: "money", about: "in the reporting currency"},
    cost: {type: "money", about: "in the reporting currency"},
    has_control: {type: "boolean", about: "part of the audience was held out"},
  },
};
