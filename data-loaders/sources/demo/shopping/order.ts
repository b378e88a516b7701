import type {Product} from "../catalogue/catalogue.ts";
import type {City} from "../people/cities.ts";
import type {Account, Channel, Person} from "../people/person.ts";

/** Money in kuruş, days and seconds since the opening. */
export interface Order {
  /** Given once all orders are known, in order of time. */
  id: string;
  readonly person: Person;
  /** Null for an order without logging in. */
  readonly account: Account | null;
  readonly day: number;
  readonly second: number;
  readonly channel: Channel;
  readonly device: string;
  readonly city: City;
  readonly payment: string;
  readonly coupon: string;
  readonly shipping: number;
  readonly lines: readonly OrderLine[];
  /** Null for what is handed over in a store, never shipped, or cancelled. */
  readonly delivery: Delivery | null;
}

export interface OrderLine {
  readonly product: Product;
  readonly quantity: number;
  /** Quantity × unit price, before the discount. */
  readonly amount: number;
  readonly discount: number;
  cancellation: Cancellation | null;
  giveback: Giveback | null;
}

export interface Cancellation {
  readonly second: number;
  readonly reason: string;
}

export interface Giveback {
  readonly second: number;
  readonly quantity: number;
  readonly amount: number;
  readonly reason: string;
}

export interface Delivery {
  readonly carrier: string;
  readonly shippedDay: number;
  readonly promisedDay: number;
  readonly actualDay: number;
}
