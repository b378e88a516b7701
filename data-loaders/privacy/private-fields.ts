/** What a private field holds, and hence how it is looked for in a site. */
export type PrivateKind = "number" | "phone" | "identifier" | "name" | "text";

/**
 * Field of an entity → what it holds. A `number` is whatever names one customer, order, account, card, browser or message;
 * e-mails, and phones as they are commonly written, are found without being looked up; a `text` is free, and what it holds
 * cannot be told; an `identifier` may be any of them. Every other field may be published where a loader does.
 */
export const privateFields: Readonly<Record<string, Readonly<Record<string, PrivateKind>>>> = {
  order_lines: {order_id: "number", customer_id: "number"},
  orders: {
    order_id: "number",
    customer_id: "number",
    contact_email: "text",
    contact_phone: "phone",
    card_token: "number",
  },
  cancellations: {order_id: "number"},
  returns: {order_id: "number"},
  customers: {customer_id: "number", email: "text", phone: "phone", first_name: "name", last_name: "name"},
  identifiers: {customer_id: "number", value: "identifier"},
  deliveries: {order_id: "number"},
  calls: {call_id: "number", customer_id: "number", order_id: "number"},
  tickets: {ticket_id: "number", customer_id: "number", order_id: "number"},
  messages: {message_id: "number", customer_id: "number"},
  message_events: {message_id: "number", customer_id: "number"},
  web_events: {
    event_id: "number",
    session_id: "number",
    anonymous_id: "number",
    customer_id: "number",
    order_id: "number",
    search_term: "text",
  },
  social_posts: {post_id: "number", handle: "number", text: "text"},
  campaign_assignments: {customer_id: "number"},
  consents: {customer_id: "number"},
  survey_answers: {answer_id: "number", customer_id: "number", order_id: "number", answer: "text"},
  subscriptions: {subscription_id: "number", customer_id: "number"},
};

/** Fields whose values are published as they are, and may therefore look like somebody's number or name. */
export const publicFields: Readonly<Record<string, readonly string[]>> = {
  order_lines: ["product_id", "product_name", "city", "channel"],
  orders: ["city", "channel"],
  customers: ["city", "acquisition_source"],
  products: ["product_id", "name", "department", "category", "subcategory"],
  campaigns: ["campaign_id", "name", "programme", "channel"],
  offers: ["offer_id", "name", "type"],
  deliveries: ["carrier", "region", "city"],
};

/** Columns of models that name one person or account. */
const modelColumns = [
  "person_no",
  "person_id",
  "account_id",
  "anchor_id",
  "alias_id",
  "guest_id",
  "from_id",
  "pseudonym",
];

/** Column names under which nothing is published; `name`, `value` and `text` mean many things, and are looked at by value. */
export const privateColumns: ReadonlySet<string> = new Set(
  [
    ...Object.values(privateFields).flatMap((fields) => Object.keys(fields)),
    ...modelColumns,
    "birth_year",
    "birth_date",
    "full_name",
    "email",
    "phone",
    "ip_address",
  ].filter((name) => !["value", "text", "answer", "search_term"].includes(name)),
);
