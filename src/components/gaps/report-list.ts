import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import type {GapsContext} from "./gaps-context.ts";
import {reportLink} from "./gaps-context.ts";
import type {ReportGaps} from "./get-gaps.ts";

/** Every report: what it answers, whether it is complete, what it lacks. */
export function reportList(reports: readonly ReportGaps[], context: GapsContext): Markup {
  const {t, lang} = context;
  return markup`<section class="card"><h2>${t.gapsReportsTitle}</h2>
<p class="subtitle">${t.gapsReportsSubtitle}</p>
${dataTable({
  caption: t.gapsReportsTitle,
  className: "gaps-reports",
  columns: [{label: t.gapsReport}, {label: t.gapsStatus}, {label: t.gapsQuestion}, {label: t.gapsLacks}],
  rows: reports.map(({report, status, missing}) => [
    reportLink(report, context),
    markup`<span class="status ${status}">${t.gapsStatuses[status]}</span>`,
    markup`${report.question[lang]} <span class="aside">${report.decision[lang]}</span>`,
    missing.length
      ? missing.map((need) => t.needs[need].name).join(", ")
      : markup`<span class="aside">${t.gapsLacksNothing}</span>`,
  ]),
})}</section>`;
}
