import {conditionalChurn, defineTable, wilsonInterval} from "../../data-loaders/published.ts";

const HORIZON = 90;
/** Days without a visit that count as one condition. */
const UNSEEN = 30;
const CONDITIONS = ["unsubscribe", "complaint", "return", "late_delivery", "very_late_delivery", "no_visit"];
/** The fourth and every later order are alike. */
const REGULAR = 4;

export default defineTable({
  grain:
    "One row per thing that happened between two orders: how many of the customers to whom it did placed no order in the next 90 days, beside all who had been silent for as long after as many orders.",
  key: ["condition"],
  columns: [
    {
      name: "condition",
      type: "text",
      isNullable: false,
      about: `unsubscribe, complaint, return, late_delivery, very_late_delivery (more than five days), or no_visit: seen on the site before, and not for ${UNSEEN} days`,
    },
    {
      name: "gaps",
      type: "integer",
      isNullable: true,
      about: "gaps between orders in which it happened at least 90 days before the data end, each once; null: too few",
    },
    {name: "silent", type: "integer", isNullable: true, about: "those without an order in the 90 days after it"},
    {name: "churn", type: "number", isNullable: true, about: "silent by gaps"},
    {name: "low", type: "number", isNullable: true, about: "lower end of its 95 % interval (Wilson)"},
    {name: "high", type: "number", isNullable: true, about: "upper end"},
    {
      name: "base_churn",
      type: "number",
      isNullable: true,
      about: "the same share of all gaps that were as long by then, after the first, second, third or a later order",
    },
    {name: "lift", type: "number", isNullable: true, about: "churn by base_churn"},
    {name: "median_days", type: "number", isNullable: true, about: "median days without an order when it happened"},
  ],
  inputs: ["customer_events", "purchases", "order_gaps", "data_span"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, integers}) {
    const {minCustomers} = config.privacy;
    const met = await integers(conditionsSql);
    if (met[0]!.length === 0) return [];
    const base = await readBase();
    return CONDITIONS.flatMap((condition, no): ModelRow[] => {
      const own = Array.from(met[0]!.keys()).filter((i) => met[0]![i] === no);
      const gaps = own.reduce((sum, i) => sum + met[4]![i]!, 0);
      if (gaps === 0) return [];
      if (gaps < minCustomers) return [{condition, ...unknown}];
      const silent = own.reduce((sum, i) => sum + (met[3]![i] === 1 ? met[4]![i]! : 0), 0);
      const usual = own.reduce((sum, i) => sum + met[4]![i]! * base(met[1]![i]!, met[2]![i]!), 0) / gaps;
      const churn = silent / gaps;
      return [
        {
          condition,
          gaps,
          silent,
          churn,
          ...wilsonInterval(silent, gaps),
          base_churn: usual,
          lift: usual > 0 ? churn / usual : null,
          median_days: findMedianDays(own.map((i) => [met[2]![i]!, met[4]![i]!])),
        },
      ];
    });

    /** P(no order in the next 90 days) of whoever has been silent for so many days, by order. */
    async function readBase(): Promise<(orderNo: number, days: number) => number> {
      const [orderOf, daysOf, observedOf, isCompletedOf, gapsOf] = await integers(
        `SELECT CAST(least(order_no, ${REGULAR}) AS INTEGER), CAST(gap_days AS INTEGER), CAST(observed_days AS INTEGER),
          CAST(is_completed AS INTEGER), CAST(sum(gaps) AS INTEGER)
        FROM order_gaps WHERE gap_days > 0 OR NOT is_completed GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      );
      const curves = Array.from({length: REGULAR + 1}, (_, orderNo) => {
        const own = Array.from(orderOf!.keys()).filter((i) => orderOf![i] === orderNo);
        return conditionalChurn(
          own.map((i) => ({
            days: isCompletedOf![i] === 1 ? daysOf![i]! : null,
            daysObserved: observedOf![i]!,
            gaps: gapsOf![i]!,
          })),
          HORIZON,
        );
      });
      return (orderNo, days) => curves[orderNo]![days]!.probability;
    }
  },
});

type ModelRow = Record<string, string | number | null>;

/** What is said of a condition that too few met. */
const unknown = {
  gaps: null,
  silent: null,
  churn: null,
  low: null,
  high: null,
  base_churn: null,
  lift: null,
  median_days: null,
};

/** Condition, order, days without an order by then, whether silent for 90 more, and how many gaps are so. */
const conditionsSql = `
WITH span AS (
  SELECT last_day, (SELECT min(day) FROM customer_events WHERE event = 'visit') AS first_visit_on FROM data_span
),
visitors AS (
  SELECT person_no, min(day) AS first_visit_on FROM customer_events WHERE event = 'visit' GROUP BY person_no
),
watched AS (
  SELECT p.person_no, p.order_no, p.ordered_on, p.next_on, v.first_visit_on
  FROM purchases p
  JOIN visitors v ON v.person_no = p.person_no
  JOIN span s ON s.first_visit_on <= p.ordered_on
  WHERE p.next_on IS NULL OR p.next_on > p.ordered_on
),
seen AS (
  SELECT person_no, order_no, ordered_on, next_on, first_visit_on, ordered_on AS day FROM watched
  UNION ALL
  SELECT w.person_no, w.order_no, w.ordered_on, w.next_on, w.first_visit_on, e.day
  FROM watched w
  JOIN customer_events e
    ON e.person_no = w.person_no AND e.event = 'visit' AND e.day > w.ordered_on AND (w.next_on IS NULL OR e.day < w.next_on)
),
followed AS (
  SELECT *, lead(day) OVER (PARTITION BY person_no, order_no ORDER BY day) AS seen_again_on FROM seen
),
met AS (
  SELECT
    CASE e.event WHEN 'unsubscribe' THEN 0 WHEN 'complaint' THEN 1 WHEN 'return' THEN 2 WHEN 'late_delivery' THEN 3 ELSE 4 END AS condition,
    p.person_no, p.order_no, p.ordered_on, p.next_on, min(e.day) AS day
  FROM customer_events e
  JOIN purchases p ON p.person_no = e.person_no AND e.day >= p.ordered_on AND (p.next_on IS NULL OR e.day < p.next_on)
  WHERE e.event IN ('unsubscribe', 'complaint', 'return', 'late_delivery', 'very_late_delivery')
  GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT 5, person_no, order_no, ordered_on, next_on, min(CAST(day + INTERVAL '${UNSEEN}' DAY AS DATE))
  FROM followed
  WHERE first_visit_on <= day + INTERVAL '${UNSEEN}' DAY
    AND coalesce(seen_again_on, next_on, DATE '9999-01-01') > day + INTERVAL '${UNSEEN}' DAY
  GROUP BY 1, 2, 3, 4, 5
)
SELECT
  CAST(m.condition AS INTEGER),
  CAST(least(m.order_no, ${REGULAR}) AS INTEGER),
  CAST(date_diff('day', m.ordered_on, m.day) AS INTEGER),
  CAST(CASE WHEN m.next_on IS NULL OR m.next_on > m.day + INTERVAL '${HORIZON}' DAY THEN 1 ELSE 0 END AS INTEGER),
  CAST(count(*) AS INTEGER)
FROM met m
JOIN span s ON m.day <= s.last_day - INTERVAL '${HORIZON}' DAY
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4`;

/** The middle one of days that each occur some times; of an even number the lower one. */
function findMedianDays(days: readonly (readonly [number, number])[]): number {
  const sorted = [...days].sort(([a], [b]) => a - b);
  const half = sorted.reduce((sum, [, count]) => sum + count, 0) / 2;
  let passed = 0;
  return sorted.find(([, count]) => {
    passed += count;
    return passed >= half;
  })![0];
}
