/** What the records of an entity are held against, beyond the types and rules that rejected them already. */
export interface EntityChecks {
  /** When the thing happened: what freshness, volume and silence are measured by. Absent: a register without time. */
  date?: string;
  /** Where records are entered: quality is broken down by it. */
  entry?: string;
  /** Field → entity that its values must be found in, where the shop delivers that entity. */
  links?: Readonly<Record<string, LinkTarget>>;
  /** Field → when a record lacks what the report needs it for. */
  needed?: Readonly<Record<string, string>>;
  /** Rule → condition under which a value cannot be right. */
  ranges?: Readonly<Record<string, string>>;
  /** Rule → condition on the order's day, `ordered_on`. */
  orderRanges?: Readonly<Record<string, string>>;
  /** The report is computed from it: the others lower the grade of all to B at most. */
  isSales?: true;
}

export type LinkTarget = "orders" | "customers" | "products" | "campaigns" | "messages" | "offers";

const isNobody = "customer_id IS NULL AND contact_email IS NULL AND contact_phone IS NULL AND card_token IS NULL";
const endsEarly = {
  "closed before opened": "closed_at < opened_at",
  "answered before opened": "answered_at < opened_at",
};

/**
 * The checks of each entity. Conditions are SQL over its fields; a field that the shop does not deliver is null, so that
 * what names it is never true.
 */
export const entityChecks: Readonly<Record<string, EntityChecks>> = {
  order_lines: {
    date: "ordered_at",
    entry: "channel",
    links: {order_id: "orders", customer_id: "customers", product_id: "products"},
    needed: {customer_id: "customer_id IS NULL", product_id: "product_id IS NULL"},
    ranges: {
      "quantity not positive": "quantity <= 0 AND NOT coalesce(is_return, false) AND NOT coalesce(is_cancelled, false)",
      "amount negative": "amount < 0 AND NOT coalesce(is_return, false) AND NOT coalesce(is_cancelled, false)",
      "discount above amount": "discount > amount AND amount > 0",
      "discount negative": "discount < 0 AND amount > 0",
    },
    isSales: true,
  },
  orders: {
    date: "ordered_at",
    entry: "channel",
    links: {order_id: "orders", customer_id: "customers"},
    needed: {customer_id: isNobody},
    isSales: true,
  },
  cancellations: {
    date: "cancelled_at",
    links: {order_id: "orders"},
    orderRanges: {"before the order": "CAST(cancelled_at AS DATE) < ordered_on"},
    isSales: true,
  },
  returns: {
    date: "returned_at",
    links: {order_id: "orders"},
    ranges: {"quantity not positive": "quantity <= 0"},
    orderRanges: {"before the order": "CAST(returned_at AS DATE) < ordered_on"},
    isSales: true,
  },
  customers: {
    date: "registered_on",
    entry: "acquisition_source",
    ranges: {"age beyond belief": "year($as_of) - birth_year NOT BETWEEN 10 AND 110"},
  },
  identifiers: {date: "seen_on", entry: "channel", links: {customer_id: "customers"}},
  products: {ranges: {"price negative": "list_price < 0"}},
  deliveries: {
    date: "shipped_on",
    entry: "carrier",
    links: {order_id: "orders"},
    ranges: {"arrived before shipped": "actual_on < shipped_on", "promised before shipped": "promised_on < shipped_on"},
    orderRanges: {"before the order": "coalesce(actual_on, shipped_on) < ordered_on"},
  },
  calls: {
    date: "opened_at",
    entry: "direction",
    links: {customer_id: "customers", order_id: "orders"},
    ranges: endsEarly,
  },
  tickets: {
    date: "opened_at",
    entry: "source",
    links: {customer_id: "customers", order_id: "orders"},
    ranges: endsEarly,
  },
  messages: {date: "sent_at", entry: "channel", links: {customer_id: "customers", campaign_id: "campaigns"}},
  message_events: {
    date: "occurred_at",
    entry: "channel",
    links: {message_id: "messages", customer_id: "customers"},
  },
  web_events: {
    date: "occurred_at",
    entry: "channel",
    links: {customer_id: "customers", product_id: "products", order_id: "orders", campaign_id: "campaigns"},
  },
  social_posts: {date: "posted_at", entry: "network"},
  campaigns: {links: {offer_id: "offers"}, ranges: {"ends before it begins": "ends_on < starts_on"}},
  campaign_assignments: {
    date: "assigned_at",
    links: {campaign_id: "campaigns", customer_id: "customers", offer_id: "offers"},
  },
  offers: {ranges: {"value negative": "value < 0", "threshold negative": "threshold < 0"}},
  spend: {date: "day"},
  consents: {date: "changed_on", entry: "source", links: {customer_id: "customers"}},
  survey_answers: {
    date: "answered_at",
    entry: "survey",
    links: {customer_id: "customers", order_id: "orders"},
  },
  subscriptions: {
    date: "started_on",
    links: {customer_id: "customers"},
    ranges: {"ends before it begins": "ended_on < started_on", "fee negative": "monthly_fee < 0"},
  },
  exchange_rates: {date: "day"},
  targets: {ranges: {"target negative": "value < 0"}},
};
