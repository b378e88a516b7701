import {readFileSync} from "node:fs";
import {tableFromIPC} from "apache-arrow";
import type {Grade} from "../stats/quality-grade.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import type {AlertFacts} from "./find-alerts.ts";

interface Limits {
  month: number;
  movement: string;
  customers: number;
  base_customers: number;
  p_centre: number | null;
  verdict: string;
}

interface Quality {
  entity: string;
  as_of: number;
  is_current: boolean;
  grade: Grade;
  reason: string | null;
  days_behind: number | null;
}

/** Reads what alerts are looked for in from the published tables, which are brought up to date. */
export async function readAlertFacts(
  warehouse: Warehouse,
  restatements: AlertFacts["restatements"],
): Promise<AlertFacts> {
  const limits = await readPublished<Limits>(warehouse, "migration-limits");
  const full = limits.filter(({verdict}) => verdict !== "partial");
  const newest = Math.max(...full.map(({month}) => month));
  const sources = (await readPublished<Quality>(warehouse, "quality-trend")).filter((row) => row.is_current);
  return {
    asOf: toDay(sources[0]!.as_of),
    month: full.length ? toDay(newest).slice(0, 7) : null,
    movements: full
      .filter(({month}) => month === newest)
      .map(({movement, customers, base_customers, p_centre, verdict}) => ({
        movement,
        customers,
        usual: p_centre === null ? null : p_centre * base_customers,
        verdict,
      })),
    sources: sources.map(({entity, grade, reason, days_behind}) => ({entity, grade, reason, daysBehind: days_behind})),
    restatements,
  };
}

async function readPublished<Row>(warehouse: Warehouse, name: string): Promise<Row[]> {
  return tableFromIPC(readFileSync(await warehouse.publishedFile(name)))
    .toArray()
    .map((row) => row.toJSON() as Row);
}

const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);
