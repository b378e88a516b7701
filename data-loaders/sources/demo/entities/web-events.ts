import {RandomStream} from "../../../stats/random/random-stream.ts";
import {dayOf, LAST_DAY, timestampOf} from "../calendar.ts";
import {idleVisit, type Visit, visitsOf, WEB_ANALYTICS_START} from "../contacts/visits.ts";
import type {Cell} from "../csv-file.ts";
import {plantedTruths} from "../planted-truths.ts";
import type {Shop} from "../shop.ts";
import {isInside, type Window} from "./window.ts";

const {brokenFeed} = plantedTruths;
const broken = {firstDay: dayOf(brokenFeed.from), lastDay: dayOf(brokenFeed.to)};
const SECONDS_PER_STEP = 25;

/** One row per step of a visit, by visitor; nothing while the feed was broken. */
export function* webEvents(shop: Shop, window: Window): Generator<Cell[]> {
  for (const person of [...shop.buyers, ...shop.browsers]) {
    const cookie = `z${person.serial.toString(36)}`;
    for (const [i, visit] of visitsOf(shop, person).entries()) {
      const customer = visit.order?.account?.id ?? (visit.knowsCustomer ? person.accounts[0]!.id : "");
      yield* steps(visit, `${cookie}-${i + 1}`, cookie, customer, window);
    }
  }
  for (let visitor = 0; visitor < shop.buyers.length; visitor++) {
    const random = new RandomStream(shop.seed, "visitor", visitor);
    const startsAt = random.integer(WEB_ANALYTICS_START, LAST_DAY) * 86_400 + random.integer(0, 86_000);
    const cookie = `y${visitor.toString(36)}`;
    yield* steps(idleVisit(shop, null, startsAt, random), `${cookie}-1`, cookie, "", window);
  }
}

function* steps(visit: Visit, session: string, cookie: string, customer: string, window: Window): Generator<Cell[]> {
  let step = 0;
  const row = (event: string, page: string, product: string, searched: string, order: string): Cell[] => {
    const second = event === "purchase" ? visit.order!.second : visit.startsAt + step * SECONDS_PER_STEP;
    step += 1;
    const time = isInside(window, second) && !isInside(broken, second) ? timestampOf(second) : "";
    const id = `${session}.${step}`;
    return [
      id,
      time,
      event,
      session,
      cookie,
      customer,
      visit.channel,
      visit.device,
      page,
      product,
      searched,
      order,
      visit.campaignId,
    ];
  };
  const rows = [row("page_view", visit.clicked ? "landing" : "home", "", "", "")];
  if (visit.searched) rows.push(row("search", "search", "", visit.viewed[0]!.branch.noun, ""));
  for (const [i, product] of visit.viewed.entries()) {
    rows.push(row("product_view", "product", product.id, "", ""));
    if (i < visit.carted) rows.push(row("add_to_cart", "product", product.id, "", ""));
  }
  if (visit.order !== null) rows.push(row("purchase", "checkout", "", "", visit.order.id));
  for (const cells of rows) if (cells[1] !== "") yield cells;
}
