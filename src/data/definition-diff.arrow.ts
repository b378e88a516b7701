import {addMonths, defineTable, resolveWindowMonths, scorerInputs, selectScores} from "../../data-loaders/published.ts";

export default defineTable({
  grain:
    "One row per alternative definition of the configuration (null: the report's own), state of the newest month under the report's definition and state under the other: the people.",
  key: ["alternative", "from_segment", "to_segment"],
  columns: [
    {
      name: "alternative",
      type: "text",
      isNullable: true,
      about: "name of the other definition; null: the report's own, under which nobody moves",
    },
    {name: "from_segment", type: "text", isNullable: false, about: "state under the report's definition"},
    {name: "to_segment", type: "text", isNullable: false, about: "state under the other"},
    {name: "customers", type: "integer", isNullable: false, about: "people"},
  ],
  inputs: [...scorerInputs, "newest_segments"],
  options: ({alternatives, lifecycle, engagement}) =>
    alternatives.length > 0 ? [alternatives, lifecycle, engagement] : [],
  async rows({config, months, query}) {
    const {month, monthEnd} = months.at(-1)!;
    const own = await query<Move>(
      `SELECT segment AS from_segment, segment AS to_segment, CAST(count(*) AS DOUBLE) AS customers
       FROM newest_segments GROUP BY segment ORDER BY segment`,
    );
    const rows = own.map((move) => ({alternative: null as string | null, ...move}));
    for (const {name, rfm, segments} of config.alternatives) {
      const other = {...config, rfm, segments};
      const windowStart = addMonths(month, 1 - resolveWindowMonths(other));
      const moves = await query<Move>(
        `SELECT n.segment AS from_segment, o.segment AS to_segment, CAST(count(*) AS DOUBLE) AS customers
         FROM newest_segments n
         JOIN (${selectScores(other, [{month, monthEnd, windowStart}])}) o ON o.person_no = n.person_no
         GROUP BY 1, 2 ORDER BY 1, 2`,
      );
      rows.push(...moves.map((move) => ({alternative: name, ...move})));
    }
    return rows;
  },
});

interface Move extends Record<string, string | number> {
  from_segment: string;
  to_segment: string;
  customers: number;
}
