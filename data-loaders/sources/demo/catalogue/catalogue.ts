import {RandomStream} from "../../../stats/random/random-stream.ts";
import {dayOf, LAST_DAY, monthIndex} from "../calendar.ts";
import {priceLevel} from "./price-index.ts";
import {type Branch, brands, productTree, styles} from "./product-tree.ts";

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly branch: Branch;
  /** In kuruş, at the end of the demo. */
  readonly listPrice: number;
  /** In kuruş, by month of the demo. */
  readonly prices: readonly number[];
}

/** The products of one branch, cheapest first. */
export type Shelf = readonly Product[];

/** All products, one shelf per branch of the tree. Prices spread lognormally around the branch's and rise every month. */
export function stockCatalogue(seed: number): readonly Shelf[] {
  const random = new RandomStream(seed, "catalogue");
  let serial = 1000;
  return productTree.map((branch, b) => {
    const prices = Array.from({length: branch.size}, () => random.lognormal(branch.price, 0.38)).sort((x, y) => x - y);
    return prices.map((price, i) => {
      serial += 1;
      const number = b * 5 + i;
      const name = `${brands[number % brands.length]} ${styles[(number + Math.floor(number / 12)) % styles.length]} ${branch.noun}`;
      const listPrice = shelfPrice(price);
      return {id: `P${serial}`, name, branch, listPrice, prices: monthlyPrices(listPrice)};
    });
  });
}

function monthlyPrices(listPrice: number): number[] {
  const prices: number[] = [];
  for (let month = 0; month <= monthIndex(LAST_DAY); month++) {
    const date = `${2023 + Math.floor((month + 4) / 12)}-${String(((month + 4) % 12) + 1).padStart(2, "0")}-01`;
    prices.push(shelfPrice((listPrice / 100) * priceLevel(dayOf(date))));
  }
  return prices;
}

/** Kuruş ending in ,90. */
function shelfPrice(price: number): number {
  return Math.max(1, Math.round(price)) * 100 - 10;
}
