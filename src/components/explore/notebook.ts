/**
 * The cells of the exploration page, as Framework runs them in the browser. SQL keeps to what DuckDB-Wasm can do without
 * extensions: dates, numbers and strings. An empty string stands for "all", as a prepared null has no type.
 */
export const notebook = {
  filters: `
const filters = view(Inputs.form({
  dimension: Inputs.select(new Map(words.dimensions), {label: words.labels.dimension}),
  segment: Inputs.select(new Map(words.segments), {label: words.labels.segment}),
  measure: Inputs.select(new Map(words.measures), {label: words.labels.measure})
}, {template: (inputs) => html\`<div class="filters">\${Object.values(inputs)}</div>\`}));`,

  values: `
SELECT value, MAX(customers) AS customers FROM cube
WHERE dimension = \${filters.dimension} AND segment IS NULL
GROUP BY value ORDER BY customers DESC, value`,

  value: `
import {nameValue} from "../components/explore/name-value.js";
const value = view(Inputs.select(
  new Map([[words.labels.allValues, ""], ...Array.from(values, (d) => [nameValue(d.value, words), d.value])]),
  {label: words.labels.value}
));
`,

  rows: `
SELECT month, value, CAST(customers AS DOUBLE) AS customers, CAST(orders AS DOUBLE) AS orders,
  CAST(net_revenue AS DOUBLE) AS net_revenue
FROM cube
WHERE dimension = \${filters.dimension} AND COALESCE(segment, '') = \${filters.segment}
  AND (\${value} = '' OR value = \${value})
ORDER BY month, value`,

  chart: `
import {exploreChart} from "../components/explore/explore-chart.js";
display(exploreChart(Array.from(rows, (d) => ({...d.toJSON(), month: new Date(d.month)})), {
  measure: filters.measure, words, width
}));`,

  newest: `
SELECT value, CAST(customers AS DOUBLE) AS customers, CAST(orders AS DOUBLE) AS orders,
  CAST(net_revenue AS DOUBLE) AS net_revenue, CAST(net_revenue AS DOUBLE) / NULLIF(orders, 0) AS average_order
FROM cube
WHERE dimension = \${filters.dimension} AND COALESCE(segment, '') = \${filters.segment}
  AND (\${value} = '' OR value = \${value}) AND month = (SELECT MAX(month) FROM cube)
ORDER BY customers DESC, value`,

  table: `
import {exploreTable} from "../components/explore/explore-table.js";
display(exploreTable(Array.from(newest, (d) => d.toJSON()), {words, Inputs}));`,

  flows: `
SELECT value, from_segment, to_segment, CAST(customers AS DOUBLE) AS customers,
  CAST(revenue_at_stake AS DOUBLE) AS revenue_at_stake
FROM flows
WHERE dimension = \${filters.dimension} AND to_segment <> from_segment AND month = (SELECT MAX(month) FROM flows)
  AND (\${filters.segment} = '' OR from_segment = \${filters.segment} OR to_segment = \${filters.segment})
  AND (\${value} = '' OR value = \${value})
ORDER BY customers DESC, value, from_segment, to_segment`,

  flowTable: `
import {flowTable} from "../components/explore/explore-table.js";
display(flowTable(Array.from(flows_newest, (d) => d.toJSON()), {words, Inputs}));`,

  query: `
const query = view(Inputs.textarea({
  label: words.labels.query,
  rows: 5,
  submit: words.labels.run,
  value: words.query
}));`,

  result: `
import {plainTable} from "../components/explore/explore-table.js";
try {
  display(plainTable(await sql([query]), {label: words.labels.query, lang: words.lang, Inputs}));
} catch (error) {
  display(html\`<p class="query-error" role="alert">\${error.message}</p>\`);
}`,
};
