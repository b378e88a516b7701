import {escapeScript} from "../escape.ts";
import type {FieldUsageRow} from "../gaps/field-usage-row.ts";
import {listMissing} from "../gaps/get-gaps.ts";
import type {Need} from "../gaps/needs.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {type Markup, markup} from "../markup.ts";
import {missingSource} from "../missing-source.ts";
import {getPageContext} from "../page-context.ts";
import {frontMatter} from "../page-source.ts";
import type {SegmentRow} from "../segment-rows.ts";
import {notebook} from "./notebook.ts";

export interface ExploreData {
  manifest: Manifest;
  segments: SegmentRow[];
  usage: FieldUsageRow[];
}

/** Attributes that customers are broken down by, each with what it needs. */
const dimensions = [
  ["city", "dimensionCity", "city"],
  ["channel", "dimensionChannel", "channel"],
  ["gender", "dimensionGender", "gender"],
  ["age_band", "dimensionAgeBand", "birth_year"],
  ["acquisition_source", "dimensionAcquisitionSource", "acquisition_source"],
  ["favourite_category", "dimensionFavouriteCategory", "product_tree"],
] as const satisfies [string, string, Need][];

/**
 * The exploration page as a page source: a notebook over the customer cube, in the browser's DuckDB. Words and names
 * reach its script as JSON; everything else is the same for every shop. An attribute that the shop does not deliver is not
 * offered, but explained; without any there is no cube to explore. Where the shop publishes a row per customer, it can be
 * asked in SQL.
 */
export function renderExplore({manifest, segments, usage}: ExploreData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, manifest, segments);
  const {t, names} = context;
  const absent = listMissing(usage, ["customer-cube"]);
  const missing = dimensions.map(([, , need]) => need).filter((need) => absent.includes(need));
  const head = [
    block(
      markup`<div class="dateline"><p><b>${t.exploreTitle}</b> <span>${manifest.shop.name}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span></p></div>`,
    ),
    block(
      markup`<div class="lead"><h1>${t.exploreHeadline}</h1><p class="deck">${t.exploreLead}</p><noscript><p class="deck">${t.exploreNoScript}</p></noscript>${missingSource(missing, context)}</div>`,
    ),
  ];
  const hasCube = missing.length < dimensions.length;
  const hasPeople = manifest.tables.some(({name}) => name === "customer-bands");
  if (!hasCube && !hasPeople) return [frontMatter({title: t.exploreTitle}), ...head].join("\n");
  const words = {
    lang,
    currency: manifest.shop.currency,
    dimensions: dimensions
      .filter(([, , need]) => !missing.includes(need))
      .map(([dimension, label]) => [t[label], dimension]),
    segments: [[t.exploreAllSegments, ""], ...names.segments.map(({label, key}) => [label, key])],
    measures: [
      [t.customers, "customers"],
      [t.netRevenue, "net_revenue"],
      [t.orders, "orders"],
    ],
    labels: {
      dimension: t.exploreDimension,
      segment: t.exploreSegment,
      value: t.exploreValue,
      measure: t.exploreMeasure,
      allValues: t.exploreAllValues,
      empty: t.exploreEmpty,
      query: t.exploreQuery,
      run: t.exploreRun,
      month: t.month,
      customers: t.customers,
      orders: t.orders,
      net_revenue: t.netRevenue,
      average_order: t.averageOrderValue,
      flows: t.exploreFlowsTitle,
      from_segment: t.exploreFrom,
      to_segment: t.exploreTo,
      revenue_at_stake: t.atStake,
    },
    states: Object.fromEntries(names.states.map(({key, label}) => [key, label])),
    values: t.profileValues,
    query: hasCube ? cubeQuery : peopleQuery,
  };
  const sql = {
    ...(hasCube ? {cube: "/data/customer-cube.arrow", flows: "/data/flow-cube.arrow"} : {}),
    ...(hasPeople ? {people: "/data/customer-bands.arrow"} : {}),
  };
  const cube = [
    cell(notebook.filters),
    sqlCell("values", notebook.values),
    cell(notebook.value),
    sqlCell("rows", notebook.rows),
    block(markup`<h2>${t.exploreChartTitle}</h2>`),
    cell(notebook.chart),
    block(markup`<h2>${t.exploreTableTitle}</h2>`),
    sqlCell("newest", notebook.newest),
    cell(notebook.table),
    block(markup`<h2>${t.exploreFlowsTitle}</h2><p class="subtitle">${t.exploreFlowsLead}</p>`),
    sqlCell("flows_newest", notebook.flows),
    cell(notebook.flowTable),
  ];
  return [
    frontMatter({title: t.exploreTitle, sql}),
    ...head,
    cell(`const words = ${escapeScript(words)};`),
    ...(hasCube ? cube : []),
    block(
      markup`<h2>${t.exploreSqlTitle}</h2>
<p class="subtitle">${t.exploreSqlLead}</p>
<ul class="note">${hasCube && markup`<li><code>cube</code>: ${t.exploreSqlCube}</li><li><code>flows</code>: ${t.exploreSqlFlows}</li>`}${hasPeople && markup`<li><code>people</code>: ${t.exploreSqlPeople} <code>${peopleQuery}</code></li>`}</ul>`,
    ),
    cell(notebook.query),
    cell(notebook.result),
  ].join("\n");
}

const cubeQuery = `SELECT value, segment, customers
FROM cube
WHERE dimension = 'city' AND month = (SELECT MAX(month) FROM cube)
ORDER BY customers DESC`;

const peopleQuery = `SELECT orders_band, tenure_band, CAST(COUNT(*) AS INTEGER) AS customers
FROM people
GROUP BY 1, 2
ORDER BY customers DESC`;

function block(html: Markup): string {
  return `${html.html.replace(/\s*\n\s*/g, "\n")}\n`;
}

function cell(source: string): string {
  return `\`\`\`js\n${source.trim()}\n\`\`\`\n`;
}

function sqlCell(id: string, source: string): string {
  return `\`\`\`sql id=${id}\n${source.trim()}\n\`\`\`\n`;
}
