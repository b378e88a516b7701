import type {Entity} from "./entity.ts";

/** What accounts can be recognised by: the raw material of identity resolution. */
export const identifiers: Entity = {
  grain: "One row per account and identifier, as typed.",
  key: ["customer_id", "kind", "value"],
  fields: {
    customer_id: {type: "text", about: "the account's number", required: true},
    kind: {
      type: "text",
      about: "email, phone, social or card",
      required: true,
      check: {rule: "not one of email, phone, social, card", sql: "kind IN ('email', 'phone', 'social', 'card')"},
    },
    value: {type: "text", about: "the identifier as typed", required: true},
    channel: {type: "text", about: "where it was given"},
    seen_on: {type: "date", about: "first day it was seen"},
  },
};
