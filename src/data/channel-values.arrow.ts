import {addMonths, defineTable, findPayback, foldSmallValues} from "../../data-loaders/published.ts";

/** Months of first orders that are looked at. */
const MONTHS = 12;

interface Won {
  channel: string;
  cohort: string;
  customers: number;
  net_revenue: number;
  predicted: number | null;
}

interface Brought {
  channel: string;
  month_no: number;
  net_revenue: number;
}

export default defineTable({
  grain:
    "One row per acquisition channel: the customers won in it in the last twelve full months, what winning them cost, what they have been worth, and when a customer had brought what winning one cost. Channels with few customers are folded into other. None where nobody knows where customers were won.",
  key: ["channel"],
  columns: [
    {
      name: "channel",
      type: "text",
      isNullable: false,
      about: "acquisition channel; unknown: nothing is said; other: small ones together",
    },
    {name: "from_month", type: "date", isNullable: false, about: "first month of first orders that is counted"},
    {name: "to_month", type: "date", isNullable: false, about: "last month"},
    {
      name: "customers",
      type: "integer",
      isNullable: true,
      about: "whose first order fell into these months; null: too few to tell",
    },
    {
      name: "spend",
      type: "number",
      isNullable: true,
      about: "spent on the channel in these months, in the reporting currency; null: none delivered",
    },
    {name: "cost_per_customer", type: "number", isNullable: true, about: "spend by customers: CAC"},
    {name: "net_revenue_per_customer", type: "number", isNullable: true, about: "to date"},
    {
      name: "predicted_net_revenue_per_customer",
      type: "number",
      isNullable: true,
      about: "what the next 12 months are worth today; null: no model",
    },
    {
      name: "payback_month_no",
      type: "integer",
      isNullable: true,
      about:
        "months after the first order, 0 that of the order itself, by whose end a customer had brought in what winning one cost; null: not yet",
    },
    {name: "last_month_no", type: "integer", isNullable: true, about: "last month for which that is known"},
  ],
  inputs: ["customer_values", "persons", "customer_months", "spend"],
  options: ({privacy, value}) => [privacy.minCustomers, value.margin],
  async rows({config, months, query}) {
    const period = months.filter(({isPartial}) => !isPartial).slice(-MONTHS);
    const [first, last] = [period[0], period.at(-1)];
    if (!first || !last) return [];
    const [known] = await query<{people: number}>(
      "SELECT CAST(count(acquisition_source) AS INTEGER) AS people FROM persons",
    );
    if (known!.people === 0) return [];
    const within = (day: string) => `${day} BETWEEN DATE '${first.month}' AND DATE '${last.monthEnd}'`;
    const channel = (column: string) => `coalesce(lower(trim(${column})), 'unknown')`;
    const won = await query<Won>(
      `SELECT ${channel("p.acquisition_source")} AS channel, CAST(month_of(v.first_on) AS VARCHAR) AS cohort,
        CAST(count(*) AS INTEGER) AS customers, CAST(sum(v.net_revenue) AS DOUBLE) AS net_revenue,
        CAST(sum(v.predicted_net_revenue_12_months) AS DOUBLE) AS predicted
      FROM customer_values v JOIN persons p ON p.person_no = v.person_no
      WHERE ${within("v.first_on")}
      GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    const brought = await query<Brought>(
      `SELECT ${channel("p.acquisition_source")} AS channel,
        CAST(date_diff('month', month_of(p.first_order_on), m.month) AS INTEGER) AS month_no,
        CAST(sum(m.net_revenue) AS DOUBLE) AS net_revenue
      FROM customer_months m JOIN persons p ON p.person_no = m.person_no
      WHERE ${within("p.first_order_on")} AND m.month >= month_of(p.first_order_on) AND m.month <= DATE '${last.month}'
      GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    const spent = await query<{channel: string; amount: number}>(
      `SELECT ${channel("channel")} AS channel, CAST(sum(amount) AS DOUBLE) AS amount
      FROM spend WHERE ${within("day")} GROUP BY 1 ORDER BY 1`,
    );
    const k = config.privacy.minCustomers;
    const sizes = new Map<string, number>();
    for (const {channel, customers} of won) sizes.set(channel, (sizes.get(channel) ?? 0) + customers);
    const told = foldSmallValues(sizes, k);
    // Money that won nobody is told under its own name: nobody stands behind it.
    for (const {channel} of spent) if (!told.has(channel)) told.set(channel, channel);
    const names = [...new Set(told.values())].sort();
    const margin = config.value.margin ?? 1;
    return names.map((name) => {
      const own = <T extends {channel: string}>(rows: readonly T[]) =>
        rows.filter(({channel}) => told.get(channel) === name);
      const sum = (values: readonly (number | null)[]) => values.reduce((all: number, value) => all + (value ?? 0), 0);
      const people = own(won);
      const customers = sum(people.map((row) => row.customers));
      const isTold = customers >= k;
      const costs = own(spent).map(({amount}) => amount);
      const spend = costs.length > 0 ? sum(costs) : null;
      const cost = spend !== null && isTold ? spend / customers : null;
      const payback =
        cost === null
          ? null
          : findPayback(
              period.map((_, no) => ({
                customers: sum(
                  people.filter(({cohort}) => addMonths(cohort, no) <= last.month).map((row) => row.customers),
                ),
                value:
                  margin *
                  sum(
                    own(brought)
                      .filter((row) => row.month_no === no)
                      .map((row) => row.net_revenue),
                  ),
              })),
              cost,
              k,
            );
      const hasModel = people.some(({predicted}) => predicted !== null);
      return {
        channel: name,
        from_month: first.month,
        to_month: last.month,
        customers: isTold || customers === 0 ? customers : null,
        spend,
        cost_per_customer: cost,
        net_revenue_per_customer: isTold ? sum(people.map((row) => row.net_revenue)) / customers : null,
        predicted_net_revenue_per_customer:
          isTold && hasModel ? sum(people.map((row) => row.predicted)) / customers : null,
        payback_month_no: payback?.monthNo ?? null,
        last_month_no: payback && payback.lastMonthNo >= 0 ? payback.lastMonthNo : null,
      };
    });
  },
});
