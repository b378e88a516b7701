import {cumulate, type RandomStream} from "../../../stats/random/random-stream.ts";
import {dayOf} from "../calendar.ts";
import type {City} from "../people/cities.ts";
import {plantedTruths} from "../planted-truths.ts";
import type {Delivery} from "./order.ts";

const breakdown = plantedTruths.carrierBreakdown;
const breaksDown = dayOf(breakdown.from);
const recovers = dayOf(breakdown.to);

/** The carriers, their share of parcels, and how often each is late when nothing special happens. */
const carriers = [
  {name: breakdown.carrier, weight: 40, late: 0.06},
  {name: "Tez Dağıtım", weight: 33, late: 0.05},
  {name: "Kervan Lojistik", weight: 27, late: 0.09},
] as const;
const carrierWeights = cumulate(carriers.map((carrier) => carrier.weight));
const farRegions = new Set(["Doğu Anadolu", "Güneydoğu Anadolu", "Karadeniz"]);

/** Ships an order: promised in two to five days, mostly kept, except while the planted breakdown lasts. */
export function deliver(day: number, city: City, random: RandomStream): Delivery {
  const carrier = carriers[random.pickCumulative(carrierWeights)]!;
  const promisedDay = day + 2 + random.integer(0, 1) + (farRegions.has(city.region) ? 2 : 0);
  const broken = carrier.name === breakdown.carrier && day >= breaksDown && day <= recovers;
  const late = random.chance(broken ? breakdown.lateShare : carrier.late);
  const early = random.integer(0, 1);
  const usualDelay = 1 + Math.floor(random.exponential(1.6));
  const brokenDelay = random.integer(breakdown.lateDays[0], breakdown.lateDays[1]);
  const delay = late ? (broken ? brokenDelay : Math.min(usualDelay, 9)) : -early;
  return {carrier: carrier.name, shippedDay: day + 1, promisedDay, actualDay: promisedDay + delay};
}

/** Whether a parcel was hit by the planted breakdown. */
export function hitByBreakdown(day: number, delivery: Delivery | null): boolean {
  return (
    delivery !== null &&
    delivery.carrier === breakdown.carrier &&
    day >= breaksDown &&
    day <= recovers &&
    delivery.actualDay - delivery.promisedDay >= breakdown.lateDays[0]
  );
}
