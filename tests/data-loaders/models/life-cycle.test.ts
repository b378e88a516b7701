import {expect, test} from "vitest";
import type {ShopConfigInput} from "../../../data-loaders/config/shop-schema.ts";
import type {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {sold, soldOften} from "../../helpers/sold.ts";
import {formatDay, parseDay} from "../../oracle/calendar.ts";

const asOf = "2025-12-31";

function daysBefore(days: number): string {
  return formatDay(parseDay(asOf) - days);
}

/** Everybody's state at the end of 2025, by customer. */
async function readLifeCycle(warehouse: Warehouse): Promise<Record<string, string>> {
  const rows = await warehouse.query<{customer: string; state: string}>(
    `SELECT p.customer_id AS customer, s.life_cycle AS state FROM rfm_snapshots s
     JOIN persons p ON p.person_no = s.person_no WHERE s.month = DATE '2025-12-01' ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({customer, state}) => [customer, state]));
}

/** One, three and four orders, the last of them 90, 91, 365 and 366 days ago, and somebody who never ordered. */
const shop = {
  lines: [90, 91, 365, 366].flatMap((days) => [
    sold(`one-${days}`, daysBefore(days)),
    ...soldOften(3, `few-${days}`, daysBefore(days)),
    ...soldOften(3, `many-${days}`, daysBefore(days + 200)),
    sold(`many-${days}`, daysBefore(days)),
  ]),
  customers: [{customer: "none", on: "2025-12-30"}],
};

test.each<[string, ShopConfigInput["lifecycle"], Record<string, string>]>([
  [
    "mudavim",
    {},
    {
      none: "potential",
      "one-90": "new",
      "few-90": "active",
      "many-90": "loyal",
      "one-91": "passive",
      "few-91": "passive",
      "many-91": "passive",
      "one-365": "passive",
      "few-365": "passive",
      "many-365": "passive",
      "one-366": "lost",
      "few-366": "lost",
      "many-366": "lost",
    },
  ],
  [
    "emarsys",
    {preset: "emarsys"},
    {
      none: "lead",
      "one-90": "first_time",
      "few-90": "active",
      "many-90": "active",
      "one-91": "defecting",
      "few-91": "defecting",
      "many-365": "defecting",
      "one-366": "inactive",
      "many-366": "inactive",
    },
  ],
  [
    "rmc",
    {preset: "rmc"},
    {
      none: "non_purchase",
      "one-90": "one_time",
      "few-90": "active_repeat",
      "many-90": "active_repeat",
      "one-91": "one_time",
      "few-91": "at_risk_repeat",
      "one-365": "one_time",
      "many-365": "at_risk_repeat",
      "one-366": "churn",
      "many-366": "churn",
    },
  ],
  [
    "other days and orders",
    {activeDays: 91, lostDays: 364, loyalOrders: 3},
    {"few-90": "loyal", "one-91": "new", "few-91": "loyal", "many-91": "loyal", "one-365": "lost", none: "potential"},
  ],
])("%s: states at 90, 91, 365 and 366 days", (_, lifecycle, states) =>
  withShop(shop, {asOf, lifecycle: {...lifecycle}}, async (warehouse) => {
    expect(await readLifeCycle(warehouse)).toMatchObject(states);
  }),
);

test("counts every order there ever was, not those of the window", () =>
  withShop(
    {lines: [...soldOften(3, "a", "2023-05-01"), sold("a", "2025-12-01")]},
    {asOf, rfm: {windowMonths: 3}},
    async (warehouse) => {
      expect(await readLifeCycle(warehouse)).toEqual({a: "loyal"});
    },
  ));

test("is published with its sizes, what was bought, and who came from where", () =>
  withShop(
    {
      lines: [
        sold("a", "2025-11-10", 10),
        sold("b", "2025-09-15", 20),
        sold("a", "2025-12-10", 30),
        sold("c", "2025-12-12", 5),
      ],
      customers: [{customer: "d", on: "2025-11-20"}],
    },
    {asOf, privacy: {minCustomers: 1}},
    async (warehouse) => {
      interface Row {
        month: string;
        state: string;
        from_state: string | null;
        customers: number;
        orders: number | null;
        net_revenue: number | null;
      }
      const rows = (await publishedRows<Row>(warehouse, "life-cycle")).filter((row) => row.month === "2025-12-01");
      const sizes = rows.filter((row) => row.from_state === null);
      expect(sizes.map((row) => [row.state, row.customers, row.orders, row.net_revenue])).toEqual([
        ["active", 1, 1, 30],
        ["lost", 0, 0, 0],
        ["loyal", 0, 0, 0],
        ["new", 1, 1, 5],
        ["passive", 1, 0, 0],
        ["potential", 1, 0, 0],
      ]);
      const flows = rows.filter((row) => row.from_state !== null && row.customers > 0);
      expect(flows.map((row) => [row.from_state, row.state, row.customers])).toEqual([
        ["new", "active", 1],
        ["unknown", "new", 1],
        ["new", "passive", 1],
        ["potential", "potential", 1],
      ]);
    },
  ));

test("money of fewer people than may be shown is withheld, and enough of the rest", () =>
  withShop(
    {
      lines: [
        ...Array.from({length: 12}, (_, i) => sold(`new-${i}`, "2025-12-10", 10)),
        ...Array.from({length: 11}, (_, i) => soldOften(2, `active-${i}`, "2025-12-10", 10)).flat(),
        ...soldOften(4, "loyal", "2025-12-11", 100),
      ],
    },
    {asOf},
    async (warehouse) => {
      const rows = await publishedRows<{from_state: string | null; state: string; net_revenue: number | null}>(
        warehouse,
        "life-cycle",
      );
      const money = rows.filter((row) => row.from_state === null).map((row) => [row.state, row.net_revenue]);
      expect(Object.fromEntries(money)).toMatchObject({loyal: null, active: null, new: 120, lost: 0});
    },
  ));
