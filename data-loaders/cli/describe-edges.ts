import {UserError} from "../user-error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";

/**
 * `npm run data -- --edges 2026-03`: the edges of a snapshot as lines for the configuration, so that every month is scored
 * by them.
 *
 * @throws UserError for a month without a snapshot, and where scores have no edges to keep
 */
export async function describeEdges(warehouse: Warehouse, month: string): Promise<string> {
  const {rfm} = warehouse.loaded.config;
  if (rfm.edges !== "monthly") throw new UserError(`the edges of ${rfm.edges.snapshot} are kept already (rfm.edges)`);
  if (rfm.ties === "first")
    throw new UserError("rfm.ties: first scores places, which no edges keep; choose shareBelow");
  const edges = await warehouse.query<{measure: string; score: number; lowest: number; highest: number}>(
    `SELECT measure, CAST(score AS INTEGER) AS score, CAST(lowest AS DOUBLE) AS lowest, CAST(highest AS DOUBLE) AS highest
     FROM score_edges WHERE strftime(month, '%Y-%m') = '${month.replaceAll("'", "''")}' ORDER BY measure, score`,
  );
  if (edges.length === 0)
    throw new UserError(`no snapshot of ${month} with people in the pool (--edges); name a month such as 2026-03`);
  const reaching = (measure: string, score: number) =>
    edges.filter((edge) => edge.measure === measure && edge.score >= score);
  const least = (measure: string) =>
    [2, 3, 4, 5].map((score) => reaching(measure, score)[0]?.lowest ?? "null").join(", ");
  const days = [5, 4, 3, 2].map((score) => Math.max(...reaching("recency", score).map(({highest}) => highest)));
  if (rfm.recency === "quintile" && days.some((day, i) => day < 1 || day <= (days[i - 1] ?? 0)))
    throw new UserError(`${month}: nobody has some score of recency; choose rfm.recencyDays by hand`);
  return [
    ...(rfm.recency === "quintile" ? ['recency: "edges",', `recencyDays: [${days.join(", ")}],`] : []),
    `edges: {snapshot: "${month}", frequency: [${least("frequency")}], monetary: [${least("monetary")}]},`,
    "",
  ].join("\n");
}
