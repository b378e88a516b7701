import {defineTable, foldSmallValues, groupBy, kaplanMeier, withholdSmallCells} from "../../data-loaders/published.ts";

const DAYS = [30, 60, 90] as const;
/** The fourth order and every later one are shown together. */
const REGULAR = 4;

export default defineTable({
  grain:
    "One row per kind of order: which of a customer's orders it was, the category of which most was bought, and of first orders their fifth by value and that category. How many were followed by another within 30, 60 and 90 days, and after how many days half were.",
  key: ["dimension", "value"],
  columns: [
    {
      name: "dimension",
      type: "text",
      isNullable: false,
      about: "ordinal; category; of first orders alone first_value and first_category",
    },
    {
      name: "value",
      type: "text",
      isNullable: false,
      about:
        "1, 2, 3, 4 (and later ones); 1 to 5, the highest value; the category with those above it, other: small ones together",
    },
    {
      name: "lowest_value",
      type: "number",
      isNullable: true,
      about: "of a fifth, its smallest order; null where there is none",
    },
    {name: "gaps", type: "integer", isNullable: false, about: "such orders"},
    {name: "completed", type: "integer", isNullable: true, about: "those after which another came; null: too few"},
    {
      name: "median_days",
      type: "number",
      isNullable: true,
      about: "Kaplan–Meier median of the days to the next order, among all; null: fewer than half are followed by one",
    },
    {name: "low_days", type: "number", isNullable: true, about: "lower end of its 95 % interval"},
    {name: "high_days", type: "number", isNullable: true, about: "upper end; null: beyond what was observed"},
    {name: "known", type: "integer", isNullable: false, about: "such orders at least 90 days before the data end"},
    ...DAYS.map((days) => ({
      name: `within_${days}`,
      type: "integer" as const,
      isNullable: true,
      about: `those of them followed by another within ${days} days; null: withheld, too few`,
    })),
  ],
  inputs: ["purchases", "basket_products", "data_span"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, integers, query}) {
    const k = config.privacy.minCustomers;
    const edges = await query<Edge>(edgesSql);
    const all: (Gap & {dimension: string; value: string})[] = [];
    const [ordinalsOf, fifthsOf, ...ordinary] = await integers(gapsSql(edges));
    ordinalsOf!.forEach((ordinal, i) => {
      const gap = readGap(ordinary, i);
      all.push({dimension: "ordinal", value: String(ordinal), ...gap});
      if (ordinal === 1) all.push({dimension: "first_value", value: String(fifthsOf![i]), ...gap});
    });
    const names = await query<{no: number; name: string}>(
      "SELECT CAST(category_no AS INTEGER) AS no, min(category) AS name FROM basket_products WHERE category_no IS NOT NULL GROUP BY 1 ORDER BY 1",
    );
    const nameOf = new Map(names.map(({no, name}) => [no, name]));
    if (names.length > 0) {
      const [categoriesOf, isFirstOf, ...own] = await integers(categoriesSql);
      categoriesOf!.forEach((category, i) => {
        const gap = {value: nameOf.get(category)!, ...readGap(own, i)};
        all.push({dimension: "category", ...gap});
        if (isFirstOf![i] === 1) all.push({dimension: "first_category", ...gap});
      });
    }
    const byDimension = groupBy(all, ({dimension}) => dimension);
    const kindsOf = (dimension: string, nameOfValue: (value: string) => string = String) =>
      [...groupBy(byDimension.get(dimension) ?? [], ({value}) => nameOfValue(value))]
        .map(([value, gaps]): Kind => ({value, gaps}))
        .sort((a, b) => (a.value < b.value ? -1 : 1));
    const firstNames = foldSmallValues(
      new Map(kindsOf("first_category").map((kind) => [kind.value, count(kind.gaps)])),
      k,
    );
    const people = names.length > 0 ? await readPeople() : new Map<string, People>();
    return [
      ...describe("ordinal", kindsOf("ordinal"), 1),
      ...kindsOf("category").flatMap((kind) => describe("category", [kind], k, people.get(kind.value)!)),
      ...describe("first_value", kindsOf("first_value"), k).map((row) => ({
        ...row,
        lowest_value: Number(edges.find(({fifth}) => String(fifth) === row.value)!.lowest),
      })),
      ...describe(
        "first_category",
        kindsOf("first_category", (value) => firstNames.get(value)!),
        k,
      ),
    ];

    /** Customers by category, and by what became of its orders: one has many of them. */
    async function readPeople(): Promise<Map<string, People>> {
      const counts = await integers(peopleSql);
      const found = new Map<string, People>();
      for (const [i, no] of Array.from(counts[0]!).entries()) {
        const own = found.get(nameOf.get(no)!) ?? {all: 0, bins: [0, 0, 0, 0], completed: 0, open: 0};
        found.set(nameOf.get(no)!, own);
        const [of, n] = [counts[1]![i]!, counts[2]![i]!];
        if (of < 4) own.bins[of] = n;
        else if (of === 4) own.all = n;
        else own[of === 5 ? "completed" : "open"] = n;
      }
      return found;
    }
  },
});

/** The smallest first order of a fifth, written as a decimal. */
interface Edge {
  fifth: number;
  lowest: string;
}

interface Gap {
  days: number;
  /** Followed within 30 days 0, in the 30 after that 1, in the next 30 2, else 3. */
  bin: number;
  isCompleted: boolean;
  /** The order is old enough for the next 90 days to be known. */
  isKnown: boolean;
  gaps: number;
}

interface Kind {
  value: string;
  gaps: Gap[];
}

interface People {
  all: number;
  bins: number[];
  completed: number;
  open: number;
}

/** Rows of kinds that are all there are of a dimension; of first orders each is another customer's. */
function describe(dimension: string, kinds: readonly Kind[], k: number, people?: People) {
  const of = kinds.map(({gaps}): People => {
    const completed = count(gaps.filter(({isCompleted}) => isCompleted));
    const bins = [0, 1, 2, 3].map((bin) => count(gaps.filter((gap) => gap.isKnown && gap.bin === bin)));
    return {all: count(gaps), bins, completed, open: count(gaps) - completed};
  });
  const judged = people ? [people] : of;
  const isWithheld = withholdSmallCells(
    judged.map(({bins}) => bins),
    k,
  );
  const isHidden = withholdSmallCells(
    judged.map(({completed, open}) => [completed, open]),
    k,
  );
  return kinds.flatMap(({value, gaps}, i) => {
    if (judged[i]!.all < k) return [];
    const {bins, completed} = of[i]!;
    const isTold = !isHidden[i]![0];
    const {median, medianLow, medianHigh} = kaplanMeier(
      gaps.map(({days, isCompleted, gaps: n}) => ({
        time: days,
        events: isCompleted ? n : 0,
        censored: isCompleted ? 0 : n,
      })),
    );
    // Told where all bins up to it are, or all after it.
    const within = (bin: number) =>
      isWithheld[i]!.slice(0, bin + 1).includes(true) && isWithheld[i]!.slice(bin + 1).includes(true)
        ? null
        : sum(bins.slice(0, bin + 1));
    return [
      {
        dimension,
        value,
        lowest_value: null as number | null,
        gaps: count(gaps),
        completed: isTold ? completed : null,
        median_days: isTold ? median : null,
        low_days: isTold ? medianLow : null,
        high_days: isTold ? medianHigh : null,
        known: sum(bins),
        ...Object.fromEntries(DAYS.map((days, bin) => [`within_${days}`, within(bin)])),
      },
    ];
  });
}

function count(gaps: readonly Gap[]): number {
  return sum(gaps.map((gap) => gap.gaps));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, n) => total + n, 0);
}

function readGap([daysOf, isCompletedOf, isKnownOf, gapsOf]: readonly Int32Array[], i: number): Gap {
  const [days, isCompleted] = [daysOf![i]!, isCompletedOf![i] === 1];
  const place = isCompleted ? DAYS.findIndex((most) => days <= most) : -1;
  return {days, bin: place < 0 ? DAYS.length : place, isCompleted, isKnown: isKnownOf![i] === 1, gaps: gapsOf![i]!};
}

/** The smallest first order of each fifth; equal values are in one. */
const edgesSql = `
WITH ranked AS (
  SELECT share_below_score(rank() OVER (ORDER BY net_sales) - 1, count(*) OVER ()) AS fifth, net_sales
  FROM purchases WHERE order_no = 1
)
SELECT CAST(fifth AS INTEGER) AS fifth, CAST(min(net_sales) AS VARCHAR) AS lowest FROM ranked GROUP BY 1 ORDER BY 1`;

const timedSql = `
WITH timed AS (
  SELECT
    p.person_no,
    p.order_no,
    p.net_sales,
    p.category_no,
    date_diff('day', p.ordered_on, coalesce(p.next_on, s.last_day)) AS days,
    CASE WHEN p.next_on IS NULL THEN 0 ELSE 1 END AS is_completed,
    CASE WHEN date_diff('day', p.ordered_on, s.last_day) >= ${DAYS.at(-1)} THEN 1 ELSE 0 END AS is_known
  FROM purchases p
  CROSS JOIN data_span s
)`;

/** Orders by ordinal, fifth (0: no first order), days, completed, known. */
function gapsSql(edges: readonly Edge[]): string {
  const fifths = edges
    .toReversed()
    .map(({fifth, lowest}) => `WHEN net_sales >= CAST('${lowest}' AS DECIMAL(18, 4)) THEN ${fifth}`);
  return `${timedSql},
placed AS (
  SELECT
    least(order_no, ${REGULAR}) AS ordinal,
    CASE WHEN order_no > 1 THEN 0 ${fifths.join(" ")} ELSE 0 END AS fifth,
    days,
    is_completed,
    is_known
  FROM timed
)
SELECT
  CAST(ordinal AS INTEGER), CAST(fifth AS INTEGER), CAST(days AS INTEGER), CAST(is_completed AS INTEGER),
  CAST(is_known AS INTEGER), CAST(count(*) AS INTEGER)
FROM placed
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5`;
}

/** Orders by category, whether first, days, completed, known. */
const categoriesSql = `${timedSql}
SELECT
  CAST(category_no AS INTEGER), CAST(CASE WHEN order_no = 1 THEN 1 ELSE 0 END AS INTEGER), CAST(days AS INTEGER),
  CAST(is_completed AS INTEGER), CAST(is_known AS INTEGER), CAST(count(*) AS INTEGER)
FROM timed
WHERE category_no IS NOT NULL
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5`;

/** Category, what of (bins 0 to 3, 4 all, 5 completed, 6 open), customers. */
const peopleSql = `${timedSql},
own AS (
  SELECT *, CASE WHEN is_completed = 0 OR days > 90 THEN 3 WHEN days > 60 THEN 2 WHEN days > 30 THEN 1 ELSE 0 END AS bin
  FROM timed
  WHERE category_no IS NOT NULL
),
people AS (
  SELECT category_no, bin AS part, count(DISTINCT person_no) AS customers FROM own WHERE is_known = 1 GROUP BY 1, 2
  UNION ALL
  SELECT category_no, 4, count(DISTINCT person_no) FROM own GROUP BY 1
  UNION ALL
  SELECT category_no, 6 - is_completed, count(DISTINCT person_no) FROM own GROUP BY 1, 2
)
SELECT CAST(category_no AS INTEGER), CAST(part AS INTEGER), CAST(customers AS INTEGER) FROM people ORDER BY 1, 2`;
