import {conditionalChurn, defineTable, kaplanMeier} from "../../data-loaders/published.ts";

const HORIZON = 90;
/** 0 all orders; 1, 2, 3 the first ones, each alone; 4 the fourth and every later one. */
const GROUPS = [0, 1, 2, 3, 4];

export default defineTable({
  grain:
    "One row per order (0: all of them) and number of days since: how many next orders came on that day, how many had come by then, and how many of the customers who were silent until then stayed so for 90 days more. Ends where too few gaps are left.",
  key: ["order_no", "days"],
  columns: [
    {
      name: "order_no",
      type: "integer",
      isNullable: false,
      about: "0 all orders; 1, 2, 3 which order of a customer; 4 the fourth and every later one",
    },
    {name: "days", type: "integer", isNullable: false, about: "days since such an order"},
    {name: "next_orders", type: "integer", isNullable: false, about: "next orders that came after just so many days"},
    {
      name: "share_returned",
      type: "number",
      isNullable: false,
      about: "share of orders followed by another within so many days, by Kaplan and Meier",
    },
    {
      name: "gaps",
      type: "integer",
      isNullable: true,
      about: "orders without another for so many days, of which the next 90 days are known; null: too few",
    },
    {name: "silent", type: "integer", isNullable: true, about: "those without another in the next 90 days either"},
    {name: "churn", type: "number", isNullable: true, about: "silent by gaps"},
  ],
  inputs: ["order_gaps"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, integers}) {
    const {minCustomers} = config.privacy;
    const [orderOf, daysOf, observedOf, isCompletedOf, gapsOf] = await integers(
      `SELECT CAST(least(order_no, ${GROUPS.at(-1)}) AS INTEGER), CAST(gap_days AS INTEGER), CAST(observed_days AS INTEGER),
        CAST(is_completed AS INTEGER), CAST(sum(gaps) AS INTEGER)
      FROM order_gaps GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    );
    const all = Array.from(daysOf!, (days, i) => ({
      orderNo: orderOf![i]!,
      days,
      daysObserved: observedOf![i]!,
      isCompleted: isCompletedOf![i] === 1,
      gaps: gapsOf![i]!,
    }));
    return GROUPS.flatMap((group) => {
      const own = group === 0 ? all : all.filter(({orderNo}) => orderNo === group);
      return listDays(own, minCustomers).map((row) => ({order_no: group, ...row}));
    });
  },
});

interface OrderGap {
  days: number;
  daysObserved: number;
  isCompleted: boolean;
  gaps: number;
}

function listDays(gaps: readonly OrderGap[], minCustomers: number) {
  const length = gaps.reduce((most, {days}) => Math.max(most, days), -1) + 1;
  const completed = new Float64Array(length);
  const reached = new Float64Array(length + 1);
  for (const {days, isCompleted, gaps: count} of gaps) {
    if (isCompleted) completed[days]! += count;
    reached[days]! += count;
  }
  for (let day = length - 1; day >= 0; day--) reached[day]! += reached[day + 1]!;

  const open = new Map(
    kaplanMeier(
      gaps.map(({days, isCompleted, gaps: count}) => ({
        time: days,
        events: isCompleted ? count : 0,
        censored: isCompleted ? 0 : count,
      })),
    ).steps.map(({time, survival}) => [time, survival]),
  );
  // An order on the same day ends its gap before there was a day of silence.
  const churn = conditionalChurn(
    gaps
      .filter(({days, isCompleted}) => days > 0 || !isCompleted)
      .map(({days, isCompleted, daysObserved, gaps: count}) => ({
        days: isCompleted ? days : null,
        daysObserved,
        gaps: count,
      })),
    HORIZON,
  );
  let survival = 1;
  const rows = [];
  for (let day = 0; day < length && reached[day]! >= minCustomers; day++) {
    survival = open.get(day) ?? survival;
    const point = churn[day];
    const isKnown = point !== undefined && point.gaps >= minCustomers;
    rows.push({
      days: day,
      next_orders: completed[day]!,
      share_returned: 1 - survival,
      gaps: isKnown ? point.gaps : null,
      silent: isKnown ? point.silent : null,
      churn: isKnown ? point.probability : null,
    });
  }
  return rows;
}
