import {expect, test} from "vitest";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {withFiles} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";

const sources = {order_lines: csv({path: "orders.csv"}), consents: csv({path: "consents.csv"})};
const orders = ["ada", "bob", "cem", "dan"].map((name, i) => `${i},${name},2025-01-1${i},10`).join("\n");
const consents = [
  "ada,email,granted,2025-01-20",
  "ada,email,withdrawn,2025-02-28",
  "ada,sms,granted,2025-02-01",
  "bob,email,granted,",
  // On one day both: the withdrawal holds.
  "cem,email,granted,2025-01-05",
  "cem,email,withdrawn,2025-01-05",
  "cem,email,granted,2025-03-01",
].join("\n");

test("who agreed to a channel by the end of the month, and did not take it back", () =>
  withFiles(
    {
      "orders.csv": `order_id,customer_id,ordered_at,amount\n${orders}\n4,dan,2025-03-31,5\n`,
      "consents.csv": `customer_id,channel,status,changed_on\n${consents}\n`,
    },
    sources,
    async (warehouse) => {
      const rows = await publishedRows<{month: string; channel: string; customers: number; reachable: number}>(
        warehouse,
        "segment-reach",
      );
      const total = (month: string, channel: string) =>
        rows
          .filter((row) => row.month.startsWith(month) && row.channel === channel)
          .reduce((sum, row) => sum + row.reachable, 0);
      expect(["any", "email", "sms"].map((channel) => total("2025-01", channel))).toEqual([2, 2, 0]);
      expect(["any", "email", "sms"].map((channel) => total("2025-02", channel))).toEqual([2, 1, 1]);
      expect(["any", "email", "sms"].map((channel) => total("2025-03", channel))).toEqual([3, 2, 1]);
    },
    {privacy: {minCustomers: 1}},
  ));

test("too few who agreed, or who did not, are withheld", () =>
  withFiles(
    {
      "orders.csv": `order_id,customer_id,ordered_at,amount\n${Array.from({length: 30}, (_, i) => `${i},c${i},2025-01-10,10`).join("\n")}\n`,
      "consents.csv": `customer_id,channel,status,changed_on\n${Array.from({length: 30}, (_, i) => [
        `c${i},email,granted,2025-01-01`,
        ...(i < 9 ? [`c${i},sms,granted,2025-01-01`] : []),
        ...(i < 21 ? [`c${i},push,granted,2025-01-01`] : []),
        ...(i < 20 ? [`c${i},call,granted,2025-01-01`] : []),
      ])
        .flat()
        .join("\n")}\n`,
    },
    sources,
    async (warehouse) => {
      const rows = await publishedRows<{channel: string; reachable: number | null}>(warehouse, "segment-reach");
      expect(Object.fromEntries(rows.map(({channel, reachable}) => [channel, reachable]))).toEqual({
        any: 30,
        call: 20,
        email: 30,
        push: null,
        sms: null,
      });
    },
  ));
