import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {IdentitySummaryRow} from "./identity-summary-row.ts";

const kinds = ["email", "phone", "card", "social", "visitor"] as const;
const changes = ["merged", "split", "alias", "anchor"] as const;

/** How accounts become people, and what changed since the run before: two cards side by side. */
export function identityChanges(rows: readonly IdentitySummaryRow[], {t, f}: Pick<PageContext, "t" | "f">): Markup {
  const totalOf = (measure: IdentitySummaryRow["measure"], kind: IdentitySummaryRow["kind"] = "all") =>
    rows.find((row) => row.measure === measure && row.kind === kind)?.total ?? null;
  const found = kinds.filter((kind) => totalOf("linked", kind) !== null || totalOf("refused", kind) !== null);
  const [merged, split] = [totalOf("merged"), totalOf("split")];
  const links = dataTable({
    caption: t.identityLinksSubtitle,
    columns: [
      {label: t.identityIdentifier},
      {label: t.identityLinked, isNumber: true},
      {label: t.identityRefused, isNumber: true},
    ],
    rows: found.map((kind) => [
      t.identityKinds[kind],
      f.integer(totalOf("linked", kind) ?? 0),
      f.integer(totalOf("refused", kind) ?? 0),
    ]),
  });
  const sinceThen = dataTable({
    caption: t.identityChangesSubtitle,
    columns: [{label: t.identityChange}, {label: t.identityCount, isNumber: true}],
    rows: changes.map((change) => [t.identityChanges[change], f.integer(totalOf(change) ?? 0)]),
  });
  return markup`<div class="row"><section class="card"><h2>${t.identityTitle(totalOf("accounts") ?? 0, totalOf("persons") ?? 0)}</h2>
<p class="subtitle">${t.identityLinksSubtitle}</p>
${found.length ? links : markup`<p>${t.identityNothingShared}</p>`}</section>
<section class="card"><h2>${t.identityChangesTitle(merged, split)}</h2>
<p class="subtitle">${t.identityChangesSubtitle}</p>
${merged === null ? markup`<p>${t.identityNotAssessed}</p>` : sinceThen}
<p class="note">${t.identityNote}</p></section></div>`;
}
