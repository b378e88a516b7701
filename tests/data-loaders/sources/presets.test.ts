import {createReadStream, mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {createGunzip} from "node:zlib";
import {parse} from "csv-parse";
import {describe, expect, it} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import type {LoadedConfig} from "../../../data-loaders/config/load-config.ts";
import {fromPreset, type PresetName} from "../../../data-loaders/sources/from-preset.ts";
import {locateFiles} from "../../../data-loaders/warehouse/source-files.ts";
import {findPublicData} from "../../public-data.ts";
import {useSources} from "./read-source.ts";

const {folder, read} = useSources();

/** Reads a preset's entity as a shop would whose configuration stands in the folder. */
async function readPreset(name: PresetName, entity: string, exports: string) {
  const line = {kind: "csv", path: "x"} as const;
  const sources = {order_lines: line, ...fromPreset(name, {folder: exports})};
  const config = defineConfig({name: "Shop", sources});
  const source = config.sources[entity]!;
  const files = await locateFiles(entity, source, {folder, config} as LoadedConfig, folder);
  return read(
    entity,
    source,
    files.map(({path}) => path),
    config.timeZone,
  );
}

const shopifyHead =
  "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping City,Cancelled at,Source,Lineitem discount\n";
const parameters = [
  {key: "page_location", value: {string_value: "https://x/y"}},
  {key: "ga_session_id", value: {int_value: "77"}},
];
const event = (name: string, more = {}) =>
  JSON.stringify({
    event_timestamp: "1706740200000000",
    event_name: name,
    event_params: parameters,
    event_bundle_sequence_id: "5",
    user_pseudo_id: "1.2",
    platform: "WEB",
    device: {category: "mobile"},
    user_id: null,
    ecommerce: {transaction_id: "T1"},
    ...more,
  });

const exports: Record<string, string> = {
  "shopify/orders_export_1.csv": `${shopifyHead}#1,A@x.com,paid,TRY,30.00,2024-01-31 22:30:00 +0000,2,Mug,10.00,M-1,İzmir,,web,0.00
#1,A@x.com,,,,2024-01-31 22:30:00 +0000,1,Bowl,10.00,,,,,1.50
#2,b@x.com,refunded,TRY,5.00,2024-02-01 10:00:00 +0300,1,Mug,5.00,M-1,Van,2024-02-02 09:00:00 +0300,web,0.00
`,
  "emarsys/sales_items_2024.csv":
    "item,price,order,timestamp,customer,quantity\nM-1,20.50,1,2024-01-31T22:30:00Z,c1,2\nM-1,-20.50,1,2024-02-01,c1,-2\nM-1,x,2,2024-02-01,c2,1\n",
  "emarsys/contacts.csv":
    "User ID,Email,Mobile,City,Gender,Date of Birth,Opt-In\nc1,a@x.com,+905321112233,Van,Female,1990-05-01,True\n",
  "emarsys/email_sends.csv": "contact_id,campaign_id,launch_id,message_id,event_time\nc1,1,2,3,2024-01-31T22:30:00Z\n",
  "emarsys/email_opens_1.csv":
    "contact_id,campaign_id,launch_id,message_id,event_time\nc1,1,2,3,2024-02-01T05:00:00Z\nc1,1,2,3,2024-02-01T06:00:00Z\n",
  "emarsys/email_clicks.csv": "contact_id,campaign_id,launch_id,message_id,event_time\nc1,1,2,3,2024-02-01T06:01:00Z\n",
  "rmc/members.csv":
    "KEY_ID;EMAIL;GSM_NO;GENDER;BIRTH_DATE;CITY;REGISTER_DATE\nk1;a@x.com;5321112233;F;1990-05-01;Van;2020-01-01 10:00:00\n",
  "rmc/orders.csv": "ORDER_ID;KEY_ID;PRODUCT_CODE;ORDER_DATE;QUANTITY;PRICE\n1;k1;M-1;2024-02-01 10:00:00;2;10.25\n",
  "rmc/events.csv":
    "POST_ID;KEY_ID;CHANNEL;EVENT;EVENT_DATE\np1;k1;Email;Open;2024-02-01 10:00:00\np1;k1;Email;unsub;2024-02-01 10:01:00\np1;k1;Email;forward;2024-02-01 10:02:00\n",
  "ga4/events_20240131.json": `${[event("page_view"), event("session_start"), event("purchase", {user_id: "c1"}), event("view_search_results", {event_params: [{key: "search_term", value: {string_value: "mug"}}]})].join("\n")}\n`,
};
for (const [name, text] of Object.entries(exports)) {
  mkdirSync(dirname(join(folder, name)), {recursive: true});
  writeFileSync(join(folder, name), text);
}

describe("presets", () => {
  it.each<[PresetName, string, string, unknown[], unknown[]]>([
    [
      "shopify",
      "shopify",
      "order_lines",
      [
        {order_id: "#1", product_id: "M-1", quantity: "2", amount: "20.0000", discount: "0.0000"},
        {order_id: "#1", product_id: "Bowl", quantity: "1", amount: "10.0000", discount: "1.5000"},
        {order_id: "#2", amount: "5.0000"},
      ],
      [],
    ],
    [
      "shopify",
      "shopify",
      "orders",
      [
        {order_id: "#1", customer_id: "a@x.com", ordered_at: "2024-02-01 01:30:00", city: "İzmir", channel: "web"},
        {order_id: "#2", ordered_at: "2024-02-01 10:00:00"},
      ],
      [{row: 3, rule: "a further line of an order"}],
    ],
    [
      "shopify",
      "shopify",
      "cancellations",
      [{order_id: "#2", cancelled_at: "2024-02-02 09:00:00"}],
      [{rule: "not cancelled"}, {rule: "a further line of an order"}],
    ],
    [
      "emarsys",
      "emarsys",
      "order_lines",
      [
        {order_id: "1", ordered_at: "2024-02-01 01:30:00", quantity: "2", amount: "20.5000", is_return: "false"},
        {order_id: "1", quantity: "2", amount: "20.5000", is_return: "true"},
      ],
      [{row: 4, field: "price", rule: "invalid amount", value: "x"}],
    ],
    ["emarsys", "emarsys", "customers", [{customer_id: "c1", birth_year: "1990", phone: "+905321112233"}], []],
    [
      "emarsys",
      "emarsys",
      "message_events",
      [
        {message_id: "1-2-3-c1", event: "sent", occurred_at: "2024-02-01 01:30:00"},
        {event: "open"},
        {event: "open", occurred_at: "2024-02-01 09:00:00"},
        {event: "click", channel: "email", customer_id: "c1"},
      ],
      [],
    ],
    ["related-digital", "rmc", "customers", [{customer_id: "k1", birth_year: "1990", registered_on: "2020-01-01"}], []],
    ["related-digital", "rmc", "order_lines", [{order_id: "1", amount: "20.5000", quantity: "2"}], []],
    [
      "related-digital",
      "rmc",
      "message_events",
      [{message_id: "p1-k1", event: "open", channel: "email"}, {event: "unsubscribe"}],
      [{row: 4, field: "event", value: "forward"}],
    ],
    [
      "ga4",
      "ga4",
      "web_events",
      [
        {
          event: "page_view",
          occurred_at: "2024-02-01 01:30:00",
          session_id: "1.2-77",
          page: "https://x/y",
          device: "mobile",
        },
        {event: "purchase", customer_id: "c1", order_id: "T1", channel: "web"},
        {event: "search", search_term: "mug"},
      ],
      [{row: 2, field: "", rule: "an event of another kind"}],
    ],
  ])("%s reads %s: %s", async (name, exported, entity, accepted, rejected) => {
    const result = await readPreset(name, entity, exported);
    expect(result).toMatchObject({accepted, rejected});
  });

  it("say what they have", () => {
    expect(Object.keys(fromPreset("emarsys", {folder: "x", entities: ["customers"]}))).toEqual(["customers"]);
    expect(() => fromPreset("olist", {folder: "x", entities: ["calls"]})).toThrow(
      'preset olist has no "calls"; it has order_lines, orders',
    );
    expect(() => fromPreset("sap" as PresetName, {folder: "x"})).toThrow(
      'unknown preset "sap"; there are olist, shopify',
    );
  });
});

const sample = findPublicData("olist-sample/olist_orders_dataset.csv.gz");

describe.skipIf(!sample)("the Olist sample", () => {
  const olist = dirname(sample ?? "");

  async function* readRows(file: string): AsyncGenerator<Record<string, string>> {
    const text = createReadStream(join(olist, `olist_${file}_dataset.csv.gz`)).pipe(createGunzip());
    yield* text.pipe(parse({columns: true, bom: true}));
  }

  it.each<[string, string, (row: Record<string, string>) => boolean]>([
    ["order_lines", "order_items", () => true],
    ["orders", "orders", () => true],
    ["cancellations", "orders", (row) => row.order_status !== "delivered"],
    ["deliveries", "orders", (row) => row.order_status === "delivered"],
    ["customers", "customers", () => true],
    ["identifiers", "customers", () => true],
    ["products", "products", () => true],
    ["survey_answers", "order_reviews", () => true],
  ])("has as many %s as another reader finds", async (entity, file, isTaken) => {
    let [records, taken] = [0, 0];
    for await (const row of readRows(file)) {
      records++;
      if (isTaken(row)) taken++;
    }
    const result = await readPreset("olist", entity, olist);
    const undeclared = result.rejected.filter((row) => row.field !== "");
    expect(undeclared.slice(0, 3)).toEqual([]);
    expect([result.records, result.accepted.length]).toEqual([records, taken]);
    expect(records).toBeGreaterThan(1000);
  });

  it("has 775 orders without lines, and a person for each customer_unique_id", async () => {
    const lines = new Set((await readPreset("olist", "order_lines", olist)).accepted.map((row) => row.order_id));
    const orders = (await readPreset("olist", "orders", olist)).accepted;
    expect(orders.filter((row) => !lines.has(row.order_id))).toHaveLength(775);
    const ids = (await readPreset("olist", "identifiers", olist)).accepted;
    const expected = new Set<string>();
    for await (const row of readRows("customers")) expected.add(row.customer_unique_id!);
    expect(new Set(ids.map((row) => row.value)).size).toBe(expected.size);
  });
});
