import {concentration, defineTable, joinMoney, splitMoney} from "../../data-loaders/published.ts";

export default defineTable({
  grain:
    "One row per tenth of the customers with a net revenue, above or below 0, in the last twelve months, those with most first.",
  key: ["decile"],
  columns: [
    {name: "decile", type: "integer", isNullable: false, about: "1: the customers worth most"},
    {name: "customers", type: "integer", isNullable: false, about: "customers"},
    {
      name: "net_revenue",
      type: "number",
      isNullable: true,
      about: "net revenue of the last twelve months, in the reporting currency; null: withheld, too few people",
    },
    {name: "share", type: "number", isNullable: true, about: "of the net revenue of all tenths"},
    {name: "share_to_here", type: "number", isNullable: true, about: "the same with all tenths before"},
    {
      name: "gini",
      type: "number",
      isNullable: true,
      about: "of all customers: 0 all are worth the same, near 1 one is worth everything; on every row",
    },
  ],
  inputs: ["purchase_histories"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, integers}) {
    const [units, rest] = await integers(
      `SELECT ${splitMoney("h.net_revenue_year")}
      FROM purchase_histories h
      WHERE h.net_revenue_year <> 0
      ORDER BY h.person_no`,
    );
    const {gini, deciles} = concentration(joinMoney(units!, rest!));
    const isShown = deciles.every(({customers}) => customers >= config.privacy.minCustomers);
    const total = deciles.reduce((sum, {value}) => sum + value, 0);
    let toHere = 0;
    return deciles.map(({decile, customers, value, share}) => {
      toHere += value;
      return {
        decile,
        customers,
        net_revenue: isShown ? value : null,
        share: isShown ? share : null,
        share_to_here: isShown && share !== null ? toHere / total : null,
        gini: isShown ? gini : null,
      };
    });
  },
});
