import type {Entity} from "./entity.ts";

/** The customer register. */
export const customers: Entity = {
  grain: "One row per registered customer.",
  key: ["customer_id"],
  fields: {
    customer_id: {type: "text", about: "the customer's number", required: true},
    registered_on: {type: "date", about: "day of registration"},
    gender: {type: "text", about: "as registered"},
    birth_year: {
      type: "integer",
      about: "year of birth",
      check: {rule: "not a year of birth", sql: "birth_year between 1900 and 2100"},
    },
    city: {type: "text", about: "city of residence"},
    acquisition_source: {type: "text", about: "where the customer was won"},
    email: {type: "text", about: "e-mail as registered; private"},
    phone: {type: "text", about: "phone as registered; private"},
    first_name: {type: "text", about: "read so that the site can be searched for it; private"},
    last_name: {type: "text", about: "the same; private"},
  },
};
