import {foldCombinations} from "../stats/fold-combinations.ts";
import {defineModel} from "../warehouse/model.ts";

/** What a row tells, by what is given up first: least that is not in a score already, the segment last. */
const attributes = [
  "tenure_band",
  "net_revenue_band",
  "orders_band",
  "recency_band",
  "m_score",
  "f_score",
  "r_score",
  "segment",
] as const;

export default defineModel({
  grain:
    "One row per combination of bands that customers have at the end of the newest month, with the values that may be told of it. Private.",
  key: ["combination"],
  columns: [
    {name: "combination", type: "text", isNullable: false, about: "all the values, as banded_customers has them"},
    ...attributes.map((name) => ({
      name,
      type: "text" as const,
      isNullable: false,
      about: "what may be told; other: too few share it",
    })),
  ],
  inputs: ["banded_customers"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, query}) {
    const found = await query<Record<(typeof attributes)[number] | "combination", string> & {customers: number}>(
      `SELECT combination, ${attributes.join(", ")}, CAST(count(*) AS DOUBLE) AS customers
       FROM banded_customers GROUP BY combination, ${attributes.join(", ")} ORDER BY combination`,
    );
    const told = foldCombinations(
      found.map((row) => ({values: attributes.map((name) => row[name]), customers: row.customers})),
      config.privacy.minCustomers,
    );
    return found.flatMap(({combination}, i) => {
      const values = told[i];
      return values
        ? [{combination, ...Object.fromEntries(attributes.map((name, at) => [name, values[at] ?? "other"]))}]
        : [];
    });
  },
});
