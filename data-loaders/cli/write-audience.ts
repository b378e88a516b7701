import {UserError} from "../user-error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {type PrivateTable, writePrivateTable} from "./write-private-table.ts";

/** Private tables of customers to write to; their columns: docs/audience-tables.md. */
const audiences: Readonly<Record<string, Pick<PrivateTable, "inputs" | "select">>> = {
  due: {
    inputs: ["customers_due", "basket_items"],
    select: `SELECT p.customer, d.level, i.item, i.name, d.last_purchased_on, d.life_days, d.life_source, d.due_on, d.state
      FROM customers_due d
      JOIN people p ON p.person_no = d.person_no
      JOIN basket_items i ON i.level = d.level AND i.item_no = d.item_no
      ORDER BY p.customer, d.level, i.item`,
  },
  "cross-sell": {
    inputs: ["cross_sell_candidates", "basket_items"],
    select: `SELECT p.customer, c.segment, c.level, i.item, i.name, a.item AS antecedent, b.item AS second_antecedent, c.confidence, c.lift
      FROM cross_sell_candidates c
      JOIN people p ON p.person_no = c.person_no
      JOIN basket_items i ON i.level = c.level AND i.item_no = c.item_no
      JOIN basket_items a ON a.level = c.level AND a.item_no = c.antecedent_no
      LEFT JOIN basket_items b ON b.level = c.level AND b.item_no = c.second_antecedent_no
      ORDER BY p.customer, i.item`,
  },
};

/** An audience and the file that it goes to. */
export interface AudienceFile {
  audience: string;
  file: string;
}

/**
 * Reads `due=private/due.parquet`.
 *
 * @throws UserError for an audience that there is not, and without a file
 */
export function parseAudience(text: string): AudienceFile {
  const [, audience, file] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (!audience || !file) throw new UserError(`--audience ${text}: expected an audience and a file, due=FILE`);
  if (!Object.hasOwn(audiences, audience))
    throw new UserError(
      `--audience: unknown audience ${JSON.stringify(audience)}; there are ${Object.keys(audiences).join(", ")}`,
    );
  return {audience, file};
}

/**
 * Writes an audience as a Parquet file, one row a customer and thing, under pseudonymous ids.
 *
 * @param out folder of the published tables, which may be read by anyone
 * @throws UserError for a file in a folder that is published
 */
export async function writeAudience(warehouse: Warehouse, {audience, file}: AudienceFile, out: string): Promise<void> {
  const table = {title: "an audience", option: "--audience", ...audiences[audience]!};
  await writePrivateTable(warehouse, table, file, out);
}
