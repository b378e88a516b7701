import {timestampOf} from "../calendar.ts";
import {campaigns as allCampaigns, type Campaign} from "../campaigns/campaigns.ts";
import {messagesTo} from "../campaigns/messages-to.ts";
import {offers as allOffers} from "../campaigns/offers.ts";
import type {Cell} from "../csv-file.ts";
import {demoDefaults} from "../demo-options.ts";
import type {Person} from "../people/person.ts";
import type {Shop} from "../shop.ts";
import {isInside, type Window} from "./window.ts";

const STEP_TWO_DAYS = 14;

/** One row per campaign. Costs scale with the shop. */
export function* campaigns(shop: Shop): Generator<Cell[]> {
  for (const campaign of allCampaigns) {
    const cost = Math.round((campaign.cost * shop.buyers.length) / demoDefaults.customers);
    yield [
      campaign.id,
      campaign.name,
      campaign.programme,
      campaign.goal,
      campaign.messageType,
      campaign.channel,
      campaign.offerId,
      campaign.audience,
      campaign.startsOn,
      campaign.endsOn,
      `${Math.round(cost * 1.1)}.00`,
      `${cost}.00`,
      String(campaign.hasControl),
    ];
  }
}

/** One row per offer. */
export function* offers(): Generator<Cell[]> {
  for (const {id, name, type, threshold, value} of allOffers)
    yield [id, name, type, `${threshold}.00`, `${value}.00`, "TRY"];
}

/**
 * One row per campaign, customer and step. Mass campaigns have a treatment arm only, and automatic
 * reminders no assignment. In an experiment the second step
 * comes after a fortnight: free shipping for those of the treatment arm who ordered, a bolder discount for the others.
 */
export function* campaignAssignments(shop: Shop, window: Window): Generator<Cell[]> {
  const byId = new Map(allCampaigns.map((campaign) => [campaign.id, campaign]));
  for (const person of [...shop.buyers, ...shop.browsers]) {
    const id = person.accounts[0]!.id;
    for (const {campaignId, second} of messagesTo(shop, person)) {
      const campaign = byId.get(campaignId);
      const once = campaign?.audience === "everybody" || campaign?.audience === "app_users";
      if (campaign === undefined || !once || !isInside(window, second)) continue;
      yield [campaignId, id, "treatment", 1, campaign.offerId, timestampOf(second)];
    }
    yield* experimentSteps(shop, window, person, byId);
  }
}

function* experimentSteps(
  shop: Shop,
  window: Window,
  person: Person,
  byId: ReadonlyMap<string, Campaign>,
): Generator<Cell[]> {
  for (const {experiment, arm} of shop.participationsOf(person)) {
    const id = person.accounts[0]!.id;
    const stepOne = experiment.startDay * 86_400 + 8 * 3600;
    const stepTwo = stepOne + STEP_TWO_DAYS * 86_400;
    const ordered = shop.ordersOf(person).some(({second}) => second > stepOne && second < stepTwo);
    const offer = byId.get(experiment.id)!.offerId;
    const treated = arm === "treatment";
    if (isInside(window, stepOne)) yield [experiment.id, id, arm, 1, treated ? offer : "", timestampOf(stepOne)];
    if (isInside(window, stepTwo))
      yield [experiment.id, id, arm, 2, treated ? (ordered ? "T06" : "T05") : "", timestampOf(stepTwo)];
  }
}
