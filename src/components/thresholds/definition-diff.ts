import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {SegmentState} from "../segment-lookup.ts";
import {segmentName} from "../segment-name.ts";
import type {DefinitionDiffRow} from "./threshold-rows.ts";

/** Who would be where under each other definition of the configuration; without one, how to add it. */
export function definitionDiff(rows: readonly DefinitionDiffRow[], context: PageContext): Markup[] {
  const {t, manifest} = context;
  const {alternatives} = manifest.definitions;
  if (alternatives.length === 0)
    return [
      chartCard({
        className: "definition-diff",
        title: t.diffNone,
        subtitle: t.diffHow,
        body: markup`<pre><code>alternatives: [${t.diffExample}]</code></pre>`,
      }),
    ];
  return alternatives.map(({name, segments}) => {
    const own = rows.filter(({alternative}) => alternative === name);
    const states = segments.map(({key, label, colour}) => ({
      key,
      label: label[context.lang].replaceAll("'", "’"),
      colour,
    }));
    return diffCard(name, own, states, context);
  });
}

/** The matrix of one alternative. States that nobody is in are left out; a state of both definitions is one by its key. */
function diffCard(
  name: string,
  rows: readonly DefinitionDiffRow[],
  segments: readonly Pick<SegmentState, "key" | "label" | "colour">[],
  {t, f, names}: PageContext,
): Markup {
  const counts = new Map(rows.map((row) => [`${row.from_segment} ${row.to_segment}`, row.customers]));
  const [from, to] = [sumBy(rows, "from_segment"), sumBy(rows, "to_segment")];
  const total = rows.reduce((sum, {customers}) => sum + customers, 0);
  const stayed = rows.filter((row) => row.from_segment === row.to_segment);
  const moved = total - stayed.reduce((sum, {customers}) => sum + customers, 0);
  const across = [...segments, ...names.states.filter(({kind}) => kind === "pool")].filter(({key}) => to.has(key));
  const isOtherMap = !segments.some(({key}) => names.states.some((state) => state.key === key));
  const cell = (origin: string, destination: string): Content => {
    const customers = counts.get(`${origin} ${destination}`);
    if (customers === undefined) return t.none;
    return origin === destination ? f.integer(customers) : markup`<b>${f.integer(customers)}</b>`;
  };
  return chartCard({
    className: "definition-diff",
    title: isOtherMap ? t.diffOtherMap(name, total, across.length) : t.diffTitle(name, moved, total),
    subtitle: t.diffSubtitle,
    body: dataTable({
      caption: t.diffSubtitle,
      columns: [
        {label: t.diffCorner},
        ...across.map((state) => ({label: segmentName(state), isNumber: true})),
        {label: t.total, isNumber: true},
      ],
      rows: [
        ...names.states
          .filter(({key}) => from.has(key))
          .map((state) => [
            segmentName(state),
            ...across.map(({key}) => cell(state.key, key)),
            f.integer(from.get(state.key)!),
          ]),
        [t.total, ...across.map(({key}) => f.integer(to.get(key)!)), f.integer(total)],
      ],
    }),
  });
}

function sumBy(rows: readonly DefinitionDiffRow[], side: "from_segment" | "to_segment"): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row[side], (sums.get(row[side]) ?? 0) + row.customers);
  return sums;
}
