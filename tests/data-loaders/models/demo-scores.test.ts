import {join} from "node:path";
import {expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {demo} from "../../../data-loaders/sources/demo-source.ts";
import {withWarehouse} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

interface Row {
  month: string;
  customers: number;
}

function countByMonth(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {month, customers} of rows) counts.set(month, (counts.get(month) ?? 0) + customers);
  return counts;
}

test(
  "the demo has all three readings of RFM, engagement and a life cycle, each of everybody it is about",
  {
    timeout: 60_000,
  },
  () =>
    inTemporaryFolder((folder) => {
      const config = defineConfig({name: "Demo", sources: demo({customers: 300, from: "2025-01-01"})});
      const loaded = {config, file: join(folder, "shop.config.ts"), folder};
      return withWarehouse({loaded, privateFolder: join(folder, "private")}, async (warehouse) => {
        const scores = await publishedRows<Row & {measure: string}>(warehouse, "rfm-scores");
        const edges = await publishedRows<Row & {measure: string}>(warehouse, "score-edges");
        const sizes = await publishedRows<Row & {segment: string}>(warehouse, "segment-sizes");
        const states = await publishedRows<Row & {from_state: string | null}>(warehouse, "life-cycle");
        const isOutside = (segment: string) => ["lapsed", "outside", "prospect"].includes(segment);
        const known = countByMonth(sizes);
        const pool = countByMonth(sizes.filter(({segment}) => !isOutside(segment)));
        const of = (measure: string) => countByMonth(scores.filter((row) => row.measure.startsWith(measure)));
        expect(known.size).toBe(22);
        expect(of("sum")).toEqual(pool);
        expect(of("tier")).toEqual(pool);
        expect(of("engagement")).toEqual(known);
        expect(countByMonth(states.filter((row) => row.from_state === null))).toEqual(known);
        for (const measure of ["recency", "frequency", "monetary"])
          expect(countByMonth(edges.filter((row) => row.measure === measure))).toEqual(pool);
        const [touches] = await warehouse.query(
          `SELECT CAST(count(*) FILTER (WHERE days_since_last_touch > days_since_last_order) AS INTEGER) AS later,
           count(*) FILTER (WHERE days_since_last_touch < days_since_last_order) > 100 AS earlier,
           count(*) FILTER (WHERE segment = 'prospect' AND engagement_points > 0) > 0 AS prospects
         FROM rfm_snapshots`,
        );
        expect(touches).toEqual({later: 0, earlier: true, prospects: true});
      });
    }),
);
