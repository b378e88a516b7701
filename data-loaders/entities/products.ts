import type {Entity} from "./entity.ts";

/** The product tree. */
export const products: Entity = {
  grain: "One row per product.",
  key: ["product_id"],
  fields: {
    product_id: {type: "text", about: "the product's code", required: true},
    name: {type: "text", about: "name"},
    department: {type: "text", about: "first level of the tree"},
    category: {type: "text", about: "second level"},
    subcategory: {type: "text", about: "third level"},
    list_price: {type: "money", about: "price, in the reporting currency"},
  },
};
