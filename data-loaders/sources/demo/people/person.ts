import type {City} from "./cities.ts";

export type Channel = "web" | "mobile_app" | "store" | "call_center";

/** An account with its contact data as somebody typed it. One person may have several. */
export interface Account {
  /** Given once all accounts are known, in order of registration. */
  id: string;
  readonly person: Person;
  readonly registeredDay: number;
  readonly openedIn: Channel;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
}

/** A human being, known only to the generator; the files show accounts. */
export interface Person {
  readonly kind: "buyer" | "browser" | "guest";
  /** Unique over all kinds: contact data and random streams derive from it. */
  readonly serial: number;
  readonly gender: "female" | "male";
  readonly statesGender: boolean;
  readonly birthYear: number;
  readonly statesBirthYear: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly city: City;
  readonly source: string;
  readonly registeredDay: number;
  /** Day of the first order; of no meaning for a browser. */
  readonly firstDay: number;
  /** Orders per unit of demand, which is one on an average day. */
  readonly dailyRate: number;
  /** The last day on which the person thinks of the shop by himself. */
  readonly lifeEnds: number;
  /** 0 buys the cheapest of every shelf, 1 the dearest. */
  readonly taste: number;
  /** Mean lines of an order beyond the first, as the mean of an exponential. */
  readonly basketScale: number;
  /** 1, or 2 in the cohort that is worth double. */
  readonly basketFactor: number;
  /** How often a coupon is used, 0–1. */
  readonly couponLove: number;
  readonly favouriteChannel: Channel;
  /** Cumulative weights over the branches of the product tree. */
  readonly branchWeights: Float64Array;
  readonly repurchasesPerfume: boolean;
  readonly renewsInsurance: boolean;
  readonly emailConsent: boolean;
  readonly smsConsent: boolean;
  /** The day of leaving the e-mail list, Infinity for most. */
  readonly unsubscribesDay: number;
  readonly email: string;
  /** Ten digits. */
  readonly phone: string;
  readonly accounts: Account[];
}
