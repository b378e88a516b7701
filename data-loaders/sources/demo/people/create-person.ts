import {cumulate, RandomStream} from "../../../stats/random/random-stream.ts";
import {LAST_DAY, monthOf} from "../calendar.ts";
import {productTree} from "../catalogue/product-tree.ts";
import {plantedTruths} from "../planted-truths.ts";
import {cities} from "./cities.ts";
import {emailOf, phoneOf} from "./contact.ts";
import {femaleNames, maleNames, surnames} from "./names.ts";
import type {Channel, Person} from "./person.ts";

const cityWeights = cumulate(cities.map((city) => city.weight));

/** Where customers come from, how many, and how they differ: orders a year and the share that never returns. */
const sources: readonly {name: string; weight: number; rate: number; oneTime: number}[] = [
  {name: "google_ads", weight: 26, rate: 1, oneTime: 0.26},
  {name: "instagram", weight: 18, rate: 0.92, oneTime: 0.33},
  {name: "seo", weight: 17, rate: 1.05, oneTime: 0.22},
  {name: "facebook", weight: 14, rate: 0.88, oneTime: 0.36},
  {name: "direct", weight: 13, rate: 1.1, oneTime: 0.17},
  {name: "referral", weight: 8, rate: 1.2, oneTime: 0.12},
  {name: "affiliate", weight: 4, rate: 0.8, oneTime: 0.45},
];
const sourceWeights = cumulate(sources.map((source) => source.weight));

const channels: readonly Channel[] = ["web", "mobile_app", "store", "call_center"];
const channelWeights = cumulate([37, 42, 15, 6]);

const tuning = {rateShape: 1.25, ordersPerYear: 8.5, lifeShape: 2, lifeYears: 2};

/** A person with everything that lasts: who, where from, how often, how long, for how much, and what for. */
export function createPerson(seed: number, kind: Person["kind"], index: number, serial: number, day: number): Person {
  const random = new RandomStream(seed, kind, index);
  const gender = random.chance(0.57) ? "female" : "male";
  const firstName = random.pick(gender === "female" ? femaleNames : maleNames);
  const lastName = random.pick(surnames);
  const source = sources[random.pickCumulative(sourceWeights)]!;
  const lag = random.chance(0.68) ? 0 : Math.floor(random.exponential(11));
  const rate = random.gamma(tuning.rateShape, (tuning.ordersPerYear * source.rate) / tuning.rateShape / 365);
  const hazard = random.gamma(tuning.lifeShape, 1 / (tuning.lifeShape * tuning.lifeYears * 365));
  const life = random.chance(source.oneTime) ? 0 : Math.min(random.exponential(1) / hazard, 3000);
  const emailConsent = random.chance(0.72);
  const unsubscribes = day + Math.floor(random.exponential(365 * 5));
  return {
    kind,
    serial,
    gender,
    statesGender: random.chance(0.91),
    birthYear: Math.max(1940, Math.min(2007, Math.round(random.normal(1987, 11)))),
    statesBirthYear: random.chance(0.86),
    firstName,
    lastName,
    city: cities[random.pickCumulative(cityWeights)]!,
    source: source.name,
    registeredDay: kind === "browser" ? day : Math.max(0, day - lag),
    firstDay: day,
    dailyRate: rate,
    lifeEnds: kind === "buyer" ? leavingDay(random, day + life, emailConsent ? unsubscribes : Infinity) : day,
    taste: random.uniform(),
    basketScale: random.lognormal(1.55, 0.35),
    basketFactor: monthOf(day) === plantedTruths.doubleCohort.month ? plantedTruths.doubleCohort.basketFactor : 1,
    couponLove: random.uniform() * random.uniform() * 0.8,
    favouriteChannel: channels[random.pickCumulative(channelWeights)]!,
    branchWeights: branchWeights(random, gender),
    repurchasesPerfume: random.chance(0.12),
    renewsInsurance: random.chance(0.09),
    emailConsent,
    smsConsent: random.chance(0.58),
    unsubscribesDay: emailConsent && kind !== "guest" && unsubscribes <= LAST_DAY ? unsubscribes : Infinity,
    email: emailOf(firstName, lastName, serial, random),
    phone: phoneOf(serial),
    accounts: [],
  };
}

function leavingDay(random: RandomStream, lifeEnds: number, unsubscribes: number): number {
  const {leavingShare, withinDays} = plantedTruths.unsubscribing;
  const leaves = random.chance(leavingShare) ? unsubscribes + random.integer(0, withinDays) : Infinity;
  return Math.floor(Math.min(lifeEnds, leaves));
}

/** The shop's popularity by gender, with three favourite branches of one's own. */
function branchWeights(random: RandomStream, gender: Person["gender"]): Float64Array {
  const weights = productTree.map((branch) => (gender === "female" ? branch.women : branch.men));
  for (let i = 0; i < 3; i++) {
    const favourite = random.pickCumulative(cumulate(weights));
    if (weights[favourite]! >= 1) weights[favourite] = weights[favourite]! * 3;
  }
  return cumulate(weights);
}
