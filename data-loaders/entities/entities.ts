import {calls} from "./calls.ts";
import {campaignAssignments} from "./campaign-assignments.ts";
import {campaigns} from "./campaigns.ts";
import {cancellations} from "./cancellations.ts";
import {consents} from "./consents.ts";
import {customers} from "./customers.ts";
import {deliveries} from "./deliveries.ts";
import type {Entity} from "./entity.ts";
import {exchangeRates} from "./exchange-rates.ts";
import {identifiers} from "./identifiers.ts";
import {messageEvents} from "./message-events.ts";
import {messages} from "./messages.ts";
import {offers} from "./offers.ts";
import {orderLines} from "./order-lines.ts";
import {orders} from "./orders.ts";
import {products} from "./products.ts";
import {returns} from "./returns.ts";
import {socialPosts} from "./social-posts.ts";
import {spend} from "./spend.ts";
import {subscriptions} from "./subscriptions.ts";
import {surveyAnswers} from "./survey-answers.ts";
import {targets} from "./targets.ts";
import {tickets} from "./tickets.ts";
import {webEvents} from "./web-events.ts";

/** Every entity of the integrated data layer by its table name. All but `order_lines` are optional. */
export const entities: Readonly<Record<string, Entity>> = {
  order_lines: orderLines,
  orders,
  cancellations,
  returns,
  customers,
  identifiers,
  products,
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

export const entityNames = Object.keys(entities);
