import type {RandomStream} from "../../../stats/random/random-stream.ts";
import {dateOf, monthIndex} from "../calendar.ts";
import type {Product, Shelf} from "../catalogue/catalogue.ts";
import {productTree} from "../catalogue/product-tree.ts";
import type {Person} from "../people/person.ts";
import {plantedTruths} from "../planted-truths.ts";
import type {OrderLine} from "./order.ts";

const {phone, shirt} = plantedTruths.attachments;
const branchOf = (subcategory: string) => productTree.findIndex((branch) => branch.subcategory === subcategory);
const attachments = [phone, shirt].map(({subcategory, takes, probability}) => ({
  branch: branchOf(subcategory),
  takes: branchOf(takes),
  probability,
}));

/** What the person's perfume or insurance cycle adds to the order. */
export interface Wanted {
  readonly perfume: boolean;
  readonly insurance: boolean;
}

const perfumes = {female: branchOf("Kadın Parfüm"), male: branchOf("Erkek Parfüm")};
const usual = {female: branchOf("Bluz"), male: branchOf("Tişört")};
const insurances = [branchOf("Cihaz Sigortası"), branchOf("Konut Sigortası")] as const;

/** One product of a shelf: near the person's taste, which decides how dear it is. */
function choose(shelf: Shelf, person: Person, random: RandomStream): Product {
  const position = 0.55 * person.taste + 0.45 * random.uniform();
  return shelf[Math.floor(position * shelf.length)]!;
}

/** The lines of one order. No product appears twice. */
export function fillBasket(
  shelves: readonly Shelf[],
  person: Person,
  day: number,
  coupon: number,
  wanted: Wanted,
  random: RandomStream,
): OrderLine[] {
  const products: Product[] = [];
  const add = (branch: number) => {
    const product = choose(shelves[branch]!, person, random);
    if (!products.includes(product)) products.push(product);
  };
  if (wanted.perfume) add(perfumes[person.gender]);
  if (wanted.insurance) add(insurances[person.serial % 2]!);
  const planned = wanted.perfume || wanted.insurance;
  for (let basket = 0; basket < person.basketFactor; basket++) {
    const others = Math.floor(random.exponential(person.basketScale)) + (planned ? 0 : 1);
    for (let i = 0; i < Math.min(others, 12); i++) {
      const branch = random.pickCumulative(person.branchWeights);
      // Those with a cycle buy perfume and insurance only when it is due.
      if (productTree[branch]!.category === plantedTruths.perfume.category && person.repurchasesPerfume) continue;
      if (productTree[branch]!.category === plantedTruths.insurance.category && person.renewsInsurance) continue;
      add(branch);
      for (const {branch: from, takes, probability} of attachments)
        if (branch === from && random.chance(probability)) add(takes);
    }
  }
  if (products.length === 0) add(usual[person.gender]);
  const sale = saleShare(day);
  return products.map((product) => orderLine(product, day, sale, coupon, random));
}

function orderLine(product: Product, day: number, sale: number, coupon: number, random: RandomStream): OrderLine {
  const cheap = product.branch.price < 500;
  const quantity = random.chance(cheap ? 0.35 : 0.06) ? 1 + random.integer(1, cheap ? 5 : 1) : 1;
  const amount = quantity * product.prices[monthIndex(day)]!;
  const onSale = random.chance(sale) ? random.integer(2, 6) * 5 : 0;
  const discount = Math.round((amount * Math.min(60, onSale + coupon)) / 100);
  return {product, quantity, amount, discount, cancellation: null, giveback: null};
}

/** The share of products that are marked down: season ends, and the November sales. */
function saleShare(day: number): number {
  const month = dateOf(day).slice(5, 7);
  return month === "11" ? 0.45 : month === "01" || month === "07" ? 0.3 : 0.1;
}
