import {RandomStream} from "../../stats/random/random-stream.ts";
import {type Shelf, stockCatalogue} from "./catalogue/catalogue.ts";
import {arrivalDay} from "./people/arrivals.ts";
import {createPerson} from "./people/create-person.ts";
import {openAccounts} from "./people/open-accounts.ts";
import type {Account, Person} from "./people/person.ts";
import type {Participation} from "./shopping/campaign-reaction.ts";
import {type Life, liveAndShop} from "./shopping/live-and-shop.ts";
import type {Order} from "./shopping/order.ts";

/** Everything that happens in the shop until the demo's last day, before any file is written. */
export interface Shop {
  readonly seed: number;
  readonly shelves: readonly Shelf[];
  readonly buyers: readonly Person[];
  readonly browsers: readonly Person[];
  /** By registration. */
  readonly accounts: readonly Account[];
  /** By time. */
  readonly orders: readonly Order[];
  /** A person's orders by time, with and without logging in. */
  ordersOf(person: Person): readonly Order[];
  participationsOf(person: Person): readonly Participation[];
}

const BROWSERS_PER_BUYER = 0.176;
const GUESTS_PER_BUYER = 0.3;

/** Lives the shop's 42 months; sizes scale with the number of buying customers. */
export function runShop(seed: number, customers: number): Shop {
  const people = (kind: Person["kind"], count: number, firstSerial: number) =>
    Array.from({length: count}, (_, i) => {
      const day = arrivalDay(i, count, new RandomStream(seed, `${kind} arrival`, i));
      return createPerson(seed, kind, i, firstSerial + i, day);
    });
  const buyers = people("buyer", customers, 0);
  const browsers = people("browser", Math.round(customers * BROWSERS_PER_BUYER), customers * 2);
  const guests = people("guest", Math.round(customers * GUESTS_PER_BUYER), customers * 4);
  const accounts = openAccounts(seed, buyers, browsers);
  const shelves = stockCatalogue(seed);
  const orders: Order[] = [];
  const lives = new Map<Person, Life>();
  for (const person of [...buyers, ...guests]) {
    const life = liveAndShop(seed, shelves, person);
    orders.push(...life.orders);
    lives.set(person, life);
  }
  orders.sort((a, b) => a.second - b.second || a.person.serial - b.person.serial);
  orders.forEach((order, i) => {
    order.id = `S${1_000_001 + i}`;
  });
  return {
    seed,
    shelves,
    buyers,
    browsers,
    accounts,
    orders,
    ordersOf: (person) => lives.get(person)?.orders ?? [],
    participationsOf: (person) => lives.get(person)?.participations ?? [],
  };
}
