import type {Warehouse} from "../warehouse/warehouse.ts";
import {writePrivateTable} from "./write-private-table.ts";

/** Of `customer_values`: known of the newest snapshot alone. */
export const valueColumns = ["alive_probability", "predicted_net_revenue_6_months"];

/**
 * Writes the `master_table`, customer × month, as a Parquet file for tools outside of this program: `customer_states` under
 * pseudonymous ids, with what is expected of customers at the newest snapshot. Its columns: docs/master-table.md.
 *
 * @param out folder of the published tables, which may be read by anyone
 * @throws UserError for a file in a folder that is published
 */
export async function writeMasterTable(warehouse: Warehouse, file: string, out: string): Promise<void> {
  const {columns} = warehouse.graph.get("customer_states")!.contract;
  const kept = columns.map(({name}) => name).filter((name) => name !== "month" && name !== "person_no");
  const table = {
    title: "the master table",
    option: "--master",
    inputs: ["customer_states", "customer_values"],
    select: `SELECT s.month, p.customer, ${[...kept.map((name) => `s.${name}`), ...valueColumns.map((name) => `CASE WHEN s.month = newest.month THEN v.${name} END AS ${name}`)].join(", ")}
      FROM customer_states s
      JOIN people p ON p.person_no = s.person_no
      CROSS JOIN (SELECT max(month) AS month FROM customer_states) newest
      LEFT JOIN customer_values v ON v.person_no = s.person_no
      ORDER BY s.month, p.customer`,
  };
  await writePrivateTable(warehouse, table, file, out);
}
