import {dataTable} from "../charts/data-table.ts";
import {px} from "../charts/svg.ts";
import {type Markup, markup, raw} from "../markup.ts";
import {type Month, monthDate, monthOf, monthsUntil} from "../month.ts";
import {type QualityContext, sourceName} from "./quality-context.ts";
import type {SourceMonthRow} from "./quality-rows.ts";

const shown = 24;

/** Records per source and month, each on its own scale: months in which a feed was silent or thin stand out. */
export function feeds(rows: readonly SourceMonthRow[], context: QualityContext): Markup {
  const {t, f, manifest} = context;
  const months = monthsUntil(manifest.months.at(-1)!, shown).filter((month) => manifest.months.includes(month));
  const first = monthDate(months[0]!);
  const recent = rows.filter((row) => row.entity !== "all" && row.month >= first);
  const broken = recent.filter(isBroken);
  const entities = [...new Set([...broken, ...recent].map((row) => row.entity))];
  const byKey = new Map(recent.map((row) => [`${row.entity} ${monthOf(row.month)}`, row]));
  const of = (entity: string) => months.map((month) => byKey.get(`${entity} ${month}`));
  return markup`<section class="card"><h2>${t.qualityFeedsTitle(
    broken.map((row) => ({source: sourceName(row.entity, context), month: monthOf(row.month)})),
  )}</h2>
<p class="subtitle">${t.qualityFeedsSubtitle(months.length)}</p>
<div class="feeds">${entities.map((entity) => feed(entity, of(entity), months, context))}</div>
<details class="twin"><summary>${t.tableTwin}</summary>${dataTable({
    caption: t.qualityFeedsSubtitle(months.length),
    columns: [{label: t.month}, ...entities.map((entity) => ({label: sourceName(entity, context), isNumber: true}))],
    rows: months.toReversed().map((month) => [
      f.month(month),
      ...entities.map((entity) => {
        const row = byKey.get(`${entity} ${month}`);
        if (!row) return t.none;
        return isBroken(row) ? markup`<b>${f.integer(row.accepted)} ⚠</b>` : f.integer(row.accepted);
      }),
    ]),
  })}</details></section>`;
}

function feed(
  entity: string,
  rows: readonly (SourceMonthRow | undefined)[],
  months: readonly Month[],
  context: QualityContext,
): Markup {
  const {t, f, manifest} = context;
  const name = sourceName(entity, context);
  const values = rows.map((row) => row?.accepted ?? 0);
  const most = Math.max(...values, 1);
  const width = 100 / months.length;
  const bars = rows.map((row, i) => {
    if (!row) return "";
    const height = (100 * row.accepted) / most;
    const isPartial = manifest.isPartialMonth && months[i] === manifest.months.at(-1);
    const kind = isBroken(row) ? "broken" : isPartial ? "partial" : "";
    const place = `x="${px(i * width)}" width="${px(width * 0.8)}"`;
    const ground = kind === "broken" ? `<rect class="ground" ${place} y="0" height="100"/>` : "";
    return `${ground}<rect class="${kind}" ${place} y="${px(100 - height)}" height="${px(height)}"/>`;
  });
  const broken = rows.filter((row): row is SourceMonthRow => row !== undefined && isBroken(row));
  return markup`<div class="feed"><h3>${name}</h3>
<svg role="img" aria-label="${t.qualityFeedAlt(name, Math.min(...values), Math.max(...values))}" viewBox="0 0 100 100" preserveAspectRatio="none">${raw(bars.join(""))}</svg>
<p class="range"><span>${f.monthShortYear(months[0]!)}</span><span>${f.monthShortYear(months.at(-1)!)}</span></p>
${broken.map(
  (row) => markup`<p class="alarm">${f.month(monthOf(row.month))}: ${describeBreak(row, context)}</p>`,
)}</div>
`;
}

function describeBreak({silent_days, accepted, usual_rows}: SourceMonthRow, {t}: QualityContext): string {
  const {silent, thin} = t.qualityReasons;
  return silent_days > 0
    ? silent({value: silent_days, field: "", days: silent_days})
    : thin({value: 1 - accepted / (usual_rows ?? accepted), field: "", days: 0});
}

/** Whether nothing, or far less than usual, came on some days of the month. */
function isBroken({reason, silent_days}: SourceMonthRow): boolean {
  return reason === "silent" || reason === "thin" || silent_days > 0;
}
