import {mkdirSync, renameSync} from "node:fs";
import {join} from "node:path";
import {type Cell, writeCsv} from "./csv-file.ts";
import {demoFiles} from "./demo-files.ts";
import {type DemoOptions, demoDefaults} from "./demo-options.ts";
import {calls, tickets} from "./entities/calls-and-tickets.ts";
import {campaignAssignments, campaigns, offers} from "./entities/campaigns.ts";
import {consents} from "./entities/consents.ts";
import {customers} from "./entities/customers.ts";
import {deliveries} from "./entities/deliveries.ts";
import {exchangeRates} from "./entities/exchange-rates.ts";
import {identifiers} from "./entities/identifiers.ts";
import {messageEvents, messages} from "./entities/messages.ts";
import {cancellations, orderLines, returns} from "./entities/order-lines.ts";
import {orders} from "./entities/orders.ts";
import {products} from "./entities/products.ts";
import {socialPosts} from "./entities/social-posts.ts";
import {spend} from "./entities/spend.ts";
import {subscriptions} from "./entities/subscriptions.ts";
import {surveyAnswers} from "./entities/survey-answers.ts";
import {targets} from "./entities/targets.ts";
import {webEvents} from "./entities/web-events.ts";
import {readWindow, type Window} from "./entities/window.ts";
import {runShop, type Shop} from "./shop.ts";

export interface DemoFile {
  readonly entity: string;
  readonly path: string;
  readonly rows: number;
}

const writers: Readonly<Record<string, (shop: Shop, window: Window) => Iterable<readonly Cell[]>>> = {
  customers,
  products,
  orders,
  order_lines: orderLines,
  cancellations,
  returns,
  identifiers,
  deliveries,
  calls,
  tickets,
  messages,
  message_events: messageEvents,
  web_events: webEvents,
  social_posts: socialPosts,
  campaigns,
  campaign_assignments: campaignAssignments,
  offers,
  spend,
  consents,
  survey_answers: surveyAnswers,
  subscriptions,
  exchange_rates: exchangeRates,
  targets,
};

/**
 * Writes the demo retailer, one CSV file per entity, into a folder, which is made if it is missing.
 * The same options give the same bytes on every machine.
 *
 * @param onFile is told the name of each file when it is complete; order lines, which every reader begins with, come first
 */
export async function writeDemo(
  dir: string,
  options: Partial<DemoOptions> = {},
  onFile: (name: string) => void = () => {},
): Promise<DemoFile[]> {
  const {seed, from, to, customers, entities} = {...demoDefaults, ...options};
  const window = readWindow(from, to);
  if (!Number.isInteger(customers) || customers < 1)
    throw new Error(`invalid demo customers: ${customers}; expected a whole number above 0`);
  const unknown = entities?.filter((entity) => !(entity in writers)) ?? [];
  if (unknown.length > 0) throw new Error(`unknown demo entity: ${unknown.join(", ")}`);
  mkdirSync(dir, {recursive: true});
  const shop = runShop(seed, customers);
  const wanted = demoFiles.filter(({entity}) => entities === undefined || entities.includes(entity));
  const linesFirst = wanted.toSorted((a, b) => Number(b.entity === "order_lines") - Number(a.entity === "order_lines"));
  const rows = new Map<string, number>();
  for (const {entity, file, columns} of linesFirst) {
    const part = join(dir, `${file}.${process.pid}.part`);
    rows.set(entity, writeCsv(part, Object.keys(columns), writers[entity]!(shop, window)));
    renameSync(part, join(dir, file));
    onFile(file);
  }
  return wanted.map(({entity, file}) => ({entity, path: join(dir, file), rows: rows.get(entity)!}));
}
