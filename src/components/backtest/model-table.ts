import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {ValueModelRow} from "../value/value-rows.ts";

/** Parameters, standard errors and warnings of every fit, folded. */
export function modelTable(rows: readonly ValueModelRow[], {t, f}: PageContext): Markup {
  if (rows.length === 0) return markup``;
  const digits = (value: number | null) =>
    value === null ? t.none : Math.abs(value) >= 100 ? f.integer(value) : formatSmall(value);
  const formatSmall = (value: number) => (Math.abs(value) < 0.005 ? value.toExponential(1) : f.decimal(value, 2));
  return markup`<details class="twin"><summary>${t.modelTable}</summary>${dataTable({
    caption: t.modelTableCaption,
    columns: [
      {label: t.scoreMethod},
      {label: t.modelPeriod},
      {label: t.modelParameter},
      {label: t.modelEstimate, isNumber: true},
      {label: t.modelError, isNumber: true},
      {label: t.customers, isNumber: true},
      {label: t.modelLikelihood, isNumber: true},
      {label: t.note},
    ],
    rows: rows.map((row): Content[] => [
      t.methodName(row.model),
      row.period === "all" ? t.modelAll : t.modelBefore,
      row.parameter,
      digits(row.estimate),
      digits(row.standard_error),
      f.integer(row.customers),
      row.log_likelihood === null ? t.none : f.decimal(row.log_likelihood),
      row.status === "ok"
        ? (row.warnings ?? "")
            .split(" ")
            .filter(Boolean)
            .map((code) => t.modelWarning(code))
            .join("; ")
        : t.modelStatus(row.status),
    ]),
  })}</details>`;
}
