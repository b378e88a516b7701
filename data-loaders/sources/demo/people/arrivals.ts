import {cumulate, type RandomStream} from "../../../stats/random/random-stream.ts";
import {LAST_DAY} from "../calendar.ts";
import {demandOn} from "../shopping/demand.ts";

const OPENING_DAYS = 110;
const OPENING_FACTOR = 4.5;
const YEARLY_GROWTH = 0.02;

const cumulative = cumulate(
  Array.from({length: LAST_DAY + 1}, (_, day) => {
    // New customers follow the season only half as strongly as orders do.
    const season = Math.sqrt(demandOn(day));
    const opening = day < OPENING_DAYS ? OPENING_FACTOR : 1;
    return season * opening * (1 + (YEARLY_GROWTH * day) / 365);
  }),
);

/** The day on which the index-th of so many people arrives: an opening rush, then steady arrivals with slow growth. */
export function arrivalDay(index: number, people: number, random: RandomStream): number {
  const target = ((index + random.uniform()) / people) * cumulative[LAST_DAY]!;
  let low = 0;
  let high = LAST_DAY;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
