import {dayOf, LAST_DAY} from "../calendar.ts";
import {type Campaign, campaigns} from "./campaigns.ts";

/** One sending to everybody who may be reached over a channel, or to one fifth of them. */
export interface Mailing {
  readonly day: number;
  readonly channel: Campaign["channel"];
  readonly campaign: Campaign | null;
  /** The fifth of the people who get it, or null for all. */
  readonly group: number | null;
}

const FORTNIGHT = 14;
const mass = campaigns.filter((campaign) => campaign.audience === "everybody" || campaign.audience === "app_users");

/** A newsletter every fortnight, each to another fifth, and every SMS and push campaign once; by day. */
export const mailings: readonly Mailing[] = [...newsletters(), ...blasts()].sort((a, b) => a.day - b.day);

function newsletters(): Mailing[] {
  const result: Mailing[] = [];
  for (let i = 0, day = 8; day <= LAST_DAY; i++, day += FORTNIGHT) {
    const campaign = mass.find(({channel, startsOn, endsOn}) => channel === "email" && isDuring(day, startsOn, endsOn));
    result.push({day, channel: "email", campaign: campaign ?? null, group: i % 5});
  }
  return result;
}

function blasts(): Mailing[] {
  return mass
    .filter(({channel}) => channel !== "email")
    .map((campaign) => ({day: dayOf(campaign.startsOn), channel: campaign.channel, campaign, group: null}));
}

function isDuring(day: number, startsOn: string, endsOn: string): boolean {
  return day >= dayOf(startsOn) && day <= dayOf(endsOn);
}
