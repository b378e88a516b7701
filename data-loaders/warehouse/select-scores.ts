import {readFileSync} from "node:fs";
import {join} from "node:path";
import {listGridCells} from "../config/segment-map.ts";
import type {ShopConfig} from "../config/shop-schema.ts";
import {bindParameters, toLiteral} from "../engine/sql-text.ts";
import {projectRoot} from "../project.ts";
import type {Month} from "./months.ts";
import {listParameters} from "./parameters.ts";

/** The one scorer. It knows its window by `snapshot_months` alone. */
const scorer = join(projectRoot, "data-loaders/models/rfm_snapshots.sql");

/** What a model that runs the scorer itself names as its inputs. */
export const scorerInputs = ["scorer_months", "scorer_persons", "touch_days"];

/**
 * The scorer as a query of its own, under any configuration and for any snapshots. City and channel are null.
 *
 * @param snapshots first day of the month, day of the snapshot and first day of the window
 */
export function selectScores(
  config: ShopConfig,
  snapshots: readonly Pick<Month, "month" | "monthEnd" | "windowStart">[],
): string {
  const {sql} = bindParameters(readFileSync(scorer, "utf8"), listParameters(config));
  const tables = sql.slice(sql.indexOf("\nWITH ") + "\nWITH ".length);
  const months = snapshots.map(({month, monthEnd, windowStart}) => toRow([month, monthEnd, windowStart]));
  const cells = listGridCells(config.segments).map(({r, f, m, segment}) => toRow([r, f, m, segment]));
  return `WITH snapshot_months AS (SELECT * FROM (VALUES ${months.join(", ")}) AS s (month, month_end, window_start)),
segment_grid AS (SELECT * FROM (VALUES ${cells.join(", ")}) AS g (r_score, f_score, m_score, segment)),
persons AS (SELECT * FROM scorer_persons),
customer_months AS (SELECT * FROM scorer_months),
${tables}`;
}

function toRow(values: readonly (string | number)[]): string {
  return `(${values.map(toLiteral).join(", ")})`;
}
