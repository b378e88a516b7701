/** What reports need of a shop's data: each any one of these fields delivers. */
export const needFields = {
  buyers: ["orders.customer_id", "order_lines.customer_id"],
  order_times: ["orders.ordered_at", "order_lines.ordered_at"],
  cancellations: ["cancellations.order_id", "order_lines.is_cancelled"],
  returns: ["returns.amount", "order_lines.is_return"],
  registration: ["customers.registered_on"],
  contacts: [
    "customers.email",
    "customers.phone",
    "identifiers.value",
    "orders.contact_email",
    "orders.contact_phone",
    "orders.card_token",
  ],
  city: ["orders.city", "order_lines.city"],
  channel: ["orders.channel", "order_lines.channel"],
  payment_method: ["orders.payment_method"],
  coupons: ["orders.coupon_code"],
  gender: ["customers.gender"],
  birth_year: ["customers.birth_year"],
  acquisition_source: ["customers.acquisition_source"],
  products_sold: ["order_lines.product_id"],
  units: ["order_lines.quantity"],
  product_tree: ["products.category", "products.department", "products.subcategory"],
  deliveries: ["deliveries.order_id"],
  footprints: [
    "web_events.occurred_at",
    "message_events.occurred_at",
    "calls.opened_at",
    "tickets.opened_at",
    "survey_answers.answered_at",
  ],
  calls: ["calls.reason"],
  tickets: ["tickets.reason"],
  messages: ["messages.sent_at"],
  visits: ["web_events.session_id", "web_events.page", "web_events.product_id"],
  social_posts: ["social_posts.post_id"],
  campaigns: ["campaigns.campaign_id"],
  campaign_assignments: ["campaign_assignments.campaign_id"],
  offers: ["offers.offer_id"],
  spend: ["spend.amount"],
  consents: ["consents.status"],
  survey_answers: ["survey_answers.score", "survey_answers.answer"],
  subscriptions: ["subscriptions.subscription_id"],
  exchange_rates: ["exchange_rates.rate"],
  targets: ["targets.value"],
} as const satisfies Record<string, readonly `${string}.${string}`[]>;

/**
 * Needs that queries name for every shop and use where its options say so, or that a page can do without: missing only where
 * a page asks for them.
 */
export const askedFor: ReadonlySet<Need> = new Set<Need>(["footprints"]);

export type Need = keyof typeof needFields;

/** Every need, in the order in which they are shown where nothing else decides. */
export const needs = Object.keys(needFields) as Need[];
