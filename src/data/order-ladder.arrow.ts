import {defineTable, kaplanMeier} from "../../data-loaders/published.ts";

/** Orders up to which each step is told apart; the model takes the tenth and every later one together. */
const LAST = 9;
/** Every step from this one on is shown together, too. */
const REGULAR = 4;

export default defineTable({
  grain:
    "One row per order that customers reach, and one for the fourth and every later one together: how many placed another, and after how many days. Orders that too few people reach are left out.",
  key: ["order_no", "is_open"],
  columns: [
    {name: "order_no", type: "integer", isNullable: false, about: "which order, 1 the first"},
    {name: "is_open", type: "boolean", isNullable: false, about: "every later order is counted with it"},
    {name: "gaps", type: "integer", isNullable: false, about: "customers who placed it; where is_open, such orders"},
    {name: "completed", type: "integer", isNullable: true, about: "those after which another came; null: too few"},
    {name: "conversion", type: "number", isNullable: true, about: "completed by gaps: P(next order | this order)"},
    {
      name: "median_days_completed",
      type: "number",
      isNullable: true,
      about: "median days to the next order, of those that came",
    },
    {
      name: "median_days",
      type: "number",
      isNullable: true,
      about: "Kaplan–Meier median of the days to the next order, among all; null: fewer than half come back",
    },
    {name: "low_days", type: "number", isNullable: true, about: "lower end of its 95 % interval"},
    {name: "high_days", type: "number", isNullable: true, about: "upper end; null: beyond what was observed"},
  ],
  inputs: ["order_gaps"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, integers}) {
    const {minCustomers} = config.privacy;
    const [orderOf, daysOf, completedOf, openOf] = await integers(
      `SELECT CAST(order_no AS INTEGER), CAST(gap_days AS INTEGER),
        CAST(sum(CASE WHEN is_completed THEN gaps ELSE 0 END) AS INTEGER),
        CAST(sum(CASE WHEN is_completed THEN 0 ELSE gaps END) AS INTEGER)
      FROM order_gaps GROUP BY order_no, gap_days ORDER BY order_no, gap_days`,
    );
    const gaps = Array.from(orderOf!, (orderNo, i) => ({
      orderNo,
      time: daysOf![i]!,
      events: completedOf![i]!,
      censored: openOf![i]!,
    }));
    const steps = [
      ...Array.from({length: LAST}, (_, i) => ({orderNo: i + 1, isOpen: false})),
      {orderNo: REGULAR, isOpen: true},
    ];
    return steps
      .sort((a, b) => a.orderNo - b.orderNo || Number(a.isOpen) - Number(b.isOpen))
      .flatMap(({orderNo, isOpen}) => {
        const own = gaps.filter((gap) => (isOpen ? gap.orderNo >= orderNo : gap.orderNo === orderNo));
        const completed = own.reduce((sum, {events}) => sum + events, 0);
        const all = own.reduce((sum, {events, censored}) => sum + events + censored, 0);
        if (all < minCustomers) return [];
        const isKnown = completed === 0 || completed >= minCustomers;
        const {median, medianLow, medianHigh} = kaplanMeier(own);
        return {
          order_no: orderNo,
          is_open: isOpen,
          gaps: all,
          completed: isKnown ? completed : null,
          conversion: isKnown ? completed / all : null,
          median_days_completed: isKnown ? findMedian(own, completed) : null,
          median_days: isKnown ? median : null,
          low_days: isKnown ? medianLow : null,
          high_days: isKnown ? medianHigh : null,
        };
      });
  },
});

/** The median of completed gaps, halfway between the two middle ones of an even number; null where there is none. */
function findMedian(gaps: readonly {time: number; events: number}[], completed: number): number | null {
  if (completed === 0) return null;
  const byTime = gaps.filter(({events}) => events > 0).sort((a, b) => a.time - b.time);
  const at = (place: number): number => {
    let passed = 0;
    for (const {time, events} of byTime) {
      passed += events;
      if (passed > place) return time;
    }
    throw new Error(`${passed} gaps are fewer than counted`);
  };
  return (at(Math.floor((completed - 1) / 2)) + at(Math.floor(completed / 2))) / 2;
}
