import type {PresetName} from "../../../../data-loaders/sources/from-preset.ts";
import type {MalformedCase} from "./malformed-case.ts";

export type PresetCase = MalformedCase & {preset: PresetName; entity: string};

const shopify =
  "Name,Email,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping City,Cancelled at,Source,Lineitem discount\n";
const order = (cancelled: string, created = "2024-01-31 22:30:00 +0000", price = "10.00") =>
  `#1,a@x.com,30.00,${created},2,Mug,${price},M-1,İzmir,${cancelled},web,0.00\n`;
const sales = "item,price,order,timestamp,customer,quantity\n";
const event = (more: object) =>
  `${JSON.stringify({event_timestamp: "1706740200000000", event_name: "page_view", event_params: [], event_bundle_sequence_id: "5", user_pseudo_id: "1.2", platform: "WEB", device: {category: "mobile"}, user_id: null, ecommerce: {transaction_id: "T1"}, ...more})}\n`;

/** Exports of known systems with something wrong about them. */
export const presetCases: PresetCase[] = [
  {
    name: "Shopify: a time of a cancellation that cannot be read is no order that was not cancelled",
    ...{preset: "shopify", entity: "cancellations"},
    content: {
      "orders_export.csv":
        shopify +
        order("") +
        order("soon").replace("#1", "#2") +
        order("2024-02-02 09:00:00 +0300").replace("#1", "#3"),
    },
    records: 3,
    accepted: [{order_id: "#3", cancelled_at: "2024-02-02 09:00:00"}],
    rejected: ["orders_export.csv:2: not cancelled", 'orders_export.csv:3: cancelled_at: invalid time: "soon"'],
  },
  {
    name: "Shopify: a price with the sign of a currency",
    ...{preset: "shopify", entity: "order_lines"},
    content: {"orders_export.csv": shopify + order("") + order("", undefined, "₺10")},
    records: 2,
    accepted: 1,
    rejected: ['orders_export.csv:3: Lineitem price: invalid amount: "₺10"'],
  },
  {
    name: "Shopify: an export of something else",
    ...{preset: "shopify", entity: "orders"},
    content: {"orders_export.csv": "Handle,Title\na,b\n"},
    says: ['orders_export.csv:1: missing column "Created at"'],
  },
  {
    name: "Emarsys: a price that is none",
    ...{preset: "emarsys", entity: "order_lines"},
    content: {
      "sales_items.csv": `${sales}M-1,20.50,1,2024-01-31T22:30:00Z,c1,2\nM-1,x,2,2024-02-01,c2,1\nM-1,2,3,2024-02-31,c2,1\n`,
    },
    records: 3,
    accepted: 1,
    rejected: [
      'sales_items.csv:3: price: invalid amount: "x"',
      'sales_items.csv:4: timestamp: invalid time: "2024-02-31"',
    ],
  },
  {
    name: "Emarsys: one of three files of message events is missing",
    ...{preset: "emarsys", entity: "message_events"},
    content: {"email_sends.csv": "contact_id,campaign_id,launch_id,message_id,event_time\n"},
    says: ["/email_opens*.csv*: no file matches (sources.message_events.path)"],
  },
  {
    name: "Related Digital: an event of a kind that is not known",
    ...{preset: "related-digital", entity: "message_events"},
    content: {
      "events.csv":
        "POST_ID;KEY_ID;CHANNEL;EVENT;EVENT_DATE\np1;k1;Email;Open;2024-02-01 10:00:00\np1;k1;Email;forward;2024-02-01 10:02:00\n",
    },
    records: 2,
    accepted: [{event: "open"}],
    rejected: [/^events\.csv:3: event: not one of sent, .*: "forward"$/],
  },
  {
    name: "Related Digital: commas where semicolons should be",
    ...{preset: "related-digital", entity: "customers"},
    content: {"members.csv": "KEY_ID,EMAIL\nk1,a@x.com\n"},
    says: ["members.csv", "is sources.customers.delimiter right?"],
  },
  {
    name: "Google Analytics: a line that is cut off, and a time that is none",
    ...{preset: "ga4", entity: "web_events"},
    content: {"events_1.json": event({}) + event({event_timestamp: "soon"}) + event({}).slice(0, 40)},
    records: 3,
    accepted: 1,
    rejected: [
      'events_1.json:2: event_timestamp: invalid whole number: "soon"',
      /^events_1\.json:3: record: not a JSON object/,
    ],
  },
  {
    name: "Olist: an order without its number, and a day that is none",
    ...{preset: "olist", entity: "orders"},
    content: {
      "olist_orders_dataset.csv":
        "order_id,customer_id,order_status,order_purchase_timestamp\na,c,delivered,2018-01-01 10:00:00\n,c,delivered,2018-01-01 10:00:00\nb,c,delivered,2018-02-30 10:00:00\n",
    },
    records: 3,
    accepted: 1,
    rejected: [
      "olist_orders_dataset.csv:3: order_id: missing value",
      'olist_orders_dataset.csv:4: ordered_at: invalid time: "2018-02-30 10:00:00"',
    ],
  },
];
