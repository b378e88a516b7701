import {type Cell, lira} from "../csv-file.ts";
import type {Shop} from "../shop.ts";

/** One row per product, with the newest list price. */
export function* products(shop: Shop): Generator<Cell[]> {
  for (const shelf of shop.shelves)
    for (const {id, name, branch, listPrice} of shelf)
      yield [id, name, branch.department, branch.category, branch.subcategory, lira(listPrice)];
}
