import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import {type QualityContext, sourceName} from "./quality-context.ts";
import type {SourceQualityRow} from "./quality-rows.ts";

const measures = ["rejected", "duplicate", "orphan", "range", "needed"] as const;

interface EntryPoint {
  entity: string;
  kind: "file" | "channel";
  entry: string;
  records: number;
  /** Per measure; null where a part of it is withheld. */
  problems: (number | null)[];
}

/** Where records are entered, and what is wrong with those of each place: the worst first. */
export function entryPoints(counts: readonly SourceQualityRow[], context: QualityContext): Markup {
  const {t, f} = context;
  const points = getEntryPoints(counts);
  const clean = points.filter((point) => point.problems.every((count) => count === 0));
  const faulty = points.filter((point) => !clean.includes(point));
  const table = (rows: readonly EntryPoint[]) =>
    dataTable({
      caption: t.qualityEntriesSubtitle,
      columns: [
        {label: t.qualityEntry},
        {label: t.qualitySource},
        {label: t.qualityRecords, isNumber: true},
        ...measures.map((measure) => ({label: t.qualityMeasures[measure]!, isNumber: true})),
      ],
      rows: rows.map(({entity, kind, entry, records, problems}) => [
        kind === "file" ? t.qualityFile(Number(entry)) : (t.qualityEntryNames[entry] ?? entry),
        sourceName(entity, context),
        f.integer(records),
        ...problems.map((count) => (count === null ? t.withheld : f.integer(count))),
      ]),
    });
  return markup`<section class="card"><h2>${t.qualityEntriesTitle(faulty.length, points.length)}</h2>
<p class="subtitle">${t.qualityEntriesSubtitle}</p>
${faulty.length > 0 && table(faulty)}
${
  clean.length > 0 &&
  markup`<details class="twin"><summary>${t.qualityCleanEntries(clean.length)}</summary>${table(clean)}</details>`
}</section>`;
}

function getEntryPoints(counts: readonly SourceQualityRow[]): EntryPoint[] {
  const byPoint = new Map<string, SourceQualityRow[]>();
  for (const count of counts) {
    if (count.entry_kind === "all") continue;
    const key = JSON.stringify([count.entity, count.entry_kind, count.entry]);
    byPoint.set(key, [...(byPoint.get(key) ?? []), count]);
  }
  const points = [...byPoint.values()].map((rows): EntryPoint => {
    const {entity, entry_kind, entry} = rows[0]!;
    const of = (measure: string) => rows.filter((row) => row.measure === measure);
    return {
      entity,
      kind: entry_kind as EntryPoint["kind"],
      entry,
      records: of("accepted")[0]?.of_rows ?? of("rejected")[0]?.of_rows ?? 0,
      problems: measures.map((measure) =>
        of(measure).reduce<number | null>((sum, {rows: n}) => (sum === null || n === null ? null : sum + n), 0),
      ),
    };
  });
  const worst = ({problems, records}: EntryPoint) =>
    problems.reduce<number>((sum, count) => sum + (count ?? 0), 0) / Math.max(1, records);
  return points.sort((a, b) => worst(b) - worst(a) || b.records - a.records);
}
