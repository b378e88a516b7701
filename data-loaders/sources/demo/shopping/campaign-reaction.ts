import {RandomStream} from "../../../stats/random/random-stream.ts";
import {dayOf} from "../calendar.ts";
import {writtenChannel} from "../people/may-reach.ts";
import type {Person} from "../people/person.ts";
import {plantedTruths} from "../planted-truths.ts";

/** An experiment: who had ordered but not lately, one half addressed, the other half left alone. */
export interface Experiment {
  readonly id: string;
  readonly startDay: number;
  readonly extraOrders: number;
}

export const experiments: readonly Experiment[] = [plantedTruths.effectiveCampaign, plantedTruths.idleCampaign].map(
  ({id, startsOn, extraOrders}) => ({id, startDay: dayOf(startsOn), extraOrders}),
);

export interface Participation {
  readonly experiment: Experiment;
  readonly arm: "treatment" | "control";
  /** The day of the order that the campaign brings, Infinity where it brings none. */
  readonly orderDay: number;
}

/** The person's part in an experiment, or null for those outside the audience: reachable, last order 31 to 240 days ago. */
export function takePart(seed: number, person: Person, experiment: Experiment, lastDay: number): Participation | null {
  const silence = experiment.startDay - lastDay;
  if (silence < 31 || silence > 240) return null;
  if (writtenChannel(person, experiment.startDay) === null) return null;
  const random = new RandomStream(seed, experiment.id, person.serial);
  const arm = random.chance(0.5) ? "treatment" : "control";
  const moved = random.chance(experiment.extraOrders);
  const orderDay = experiment.startDay + 1 + Math.floor(Math.min(27, random.exponential(6)));
  return {experiment, arm, orderDay: arm === "treatment" && moved ? orderDay : Infinity};
}
