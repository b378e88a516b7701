import {quoteText} from "../engine/sql-text.ts";
import {type Evidence, isRedefined} from "../releases/find-cause.ts";
import type {KeptRelease} from "../releases/release-state.ts";
import {MONTHS_BEFORE, STATES_BEFORE, type Warehouse} from "../warehouse/warehouse.ts";

/**
 * Has a run find who is in another state now than the newest release said: under other definitions, or where no states
 * were kept, nobody can be held against it. To be called before any table is made that reads them.
 */
export async function showStates(
  warehouse: Warehouse,
  {state, states}: KeptRelease,
  definitions: Evidence["definitions"],
): Promise<void> {
  if (!states || isRedefined(state.evidence.definitions, definitions)) return;
  await warehouse.fill(
    MONTHS_BEFORE,
    state.months.map((month) => ({month: `${month}-01`})),
  );
  warehouse.built.set(STATES_BEFORE, {fingerprint: states.sha256, files: [states.path]});
}

/**
 * Writes everybody's state in some months, the first of the data to a later one, as a Parquet file: a row where it is
 * another one than a month before.
 */
export async function writeStates(warehouse: Warehouse, months: readonly string[], path: string): Promise<void> {
  const names = ["moves", "rfm_snapshots", "persons"];
  await warehouse.ensure(names);
  for (const name of names) await warehouse.show(name);
  const first = quoteText(warehouse.months[0]!.month);
  const last = quoteText(`${months.at(-1) ?? "0001-01"}-01`);
  await (await warehouse.engine()).run(
    `COPY (
       SELECT p.customer_id, s.month AS since, s.segment
       FROM (
         SELECT month, person_no, segment FROM rfm_snapshots WHERE month = DATE ${first} AND month <= DATE ${last}
         UNION ALL
         SELECT month, person_no, to_segment FROM moves WHERE month <= DATE ${last}
       ) s JOIN persons p ON p.person_no = s.person_no
       ORDER BY p.customer_id, s.month
     ) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`,
  );
}
