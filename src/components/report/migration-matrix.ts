import {type Content, type Markup, markup, raw} from "../markup.ts";
import type {SegmentState} from "../segment-lookup.ts";
import {segmentName} from "../segment-name.ts";
import type {FlowColumn} from "./flow-columns.ts";
import {type Proof, proveSums} from "./matrix-proof.ts";
import type {Move} from "./moves.ts";
import type {ReportContext} from "./report-data.ts";

/** Who was where and is where: every ordered pair of states as a table, with sums and the proof that they are right. */
export function migrationMatrix(moves: readonly Move[], sizes: FlowColumn, context: ReportContext): Markup {
  const {t, f, names, month, previous} = context;
  const rows = statesWith(moves, "from", context);
  const columns = statesWith(moves, "to", context);
  const cells = new Map(moves.map((move) => [`${move.from} ${move.to}`, move]));
  const sum = (test: (move: Move) => boolean) => moves.filter(test).reduce((total, move) => total + move.customers, 0);
  const stayed = sum((move) => move.from === move.to && names.isSegment(move.from));
  const before = sum((move) => names.isSegment(move.from));
  return markup`<section class="card matrix">
<h2>${before > 0 ? t.matrixTitle(stayed / before) : t.matrixCaption(previous, month)}</h2>
<p class="subtitle">${t.matrixSubtitle(previous, month)}</p>
<div class="scroll" role="region" tabindex="0" aria-label="${t.matrixCaption(previous, month)}"><table class="migration" style="--columns:${columns.length + 1}">
<caption class="unseen">${t.matrixCaption(previous, month)}</caption>
<thead><tr><th scope="col">${t.matrixCorner(previous, month)}</th>${columns.map(
    (state) => markup`<th scope="col"${poolClass(state)}>${segmentName(state)}</th>`,
  )}<th scope="col" class="sum">${t.total}</th></tr></thead>
<tbody>${rows.map(
    (row) => markup`<tr${poolClass(row)}><th scope="row">${segmentName(row)}</th>${columns.map((column) =>
      matrixCell(cells.get(`${row.key} ${column.key}`), column, context),
    )}<td class="sum">${f.integer(sum((move) => move.from === row.key))}</td></tr>
`,
  )}</tbody>
<tfoot><tr><th scope="row">${t.total}</th>${columns.map(
    (column) => markup`<td class="sum">${f.integer(sum((move) => move.to === column.key))}</td>`,
  )}<td class="sum">${f.integer(sum(() => true))}</td></tr></tfoot>
</table></div>
<p class="note">${t.impossibleNote}${moves.some((move) => move.revenue === null) && ` ${t.withheldNote}`}</p>
<ul class="proofs">
${proofLine(proveSums(moves, "from", sizes.before), (right, of) => t.proofRows(previous, right, of), context)}
${proofLine(proveSums(moves, "to", sizes.after), (right, of) => t.proofColumns(month, right, of), context)}
</ul>
</section>`;
}

/** The states that occur at a side; those that nobody is in are left out. */
function statesWith(moves: readonly Move[], side: "from" | "to", {names}: ReportContext): SegmentState[] {
  const present = new Set(moves.filter((move) => move.customers > 0).map((move) => move[side]));
  return names.states.filter((state) => state.kind === "segment" || present.has(state.key));
}

function poolClass(state: SegmentState): Content {
  return state.kind === "pool" && raw(' class="pool"');
}

function matrixCell(move: Move | undefined, column: SegmentState, {t, f}: ReportContext): Markup {
  const pool = column.kind === "pool" ? " pool" : "";
  if (move?.isImpossible)
    return markup`<td class="none${pool}"><span aria-hidden="true">—</span><span class="unseen">${t.impossible}</span></td>`;
  if (!move || move.customers === 0)
    return markup`<td class="none${pool}"><span aria-hidden="true">·</span><span class="unseen">0</span></td>`;
  const share = move.share ?? 0;
  const heat = Math.round(Math.sqrt(Math.min(1, share)) * 50);
  return markup`<td class="${move.direction}${pool}" style="--heat:${heat}%"><b>${f.integer(move.customers)}</b><span>${
    move.share === null ? t.none : f.percent(move.share)
  }</span><span>${move.revenue === null ? t.withheld : move.revenue === 0 ? t.none : f.compactMoney(move.revenue)}</span></td>`;
}

function proofLine(proof: Proof, sentence: (right: number, of: number) => string, {t, names}: ReportContext): Markup {
  const right = proof.of - proof.errors.length;
  const wrong = proof.errors.map((error) => t.proofWrong(names.label(error.state), error.expected, error.actual));
  return markup`<li class="${wrong.length === 0 ? "right" : "wrong"}">${sentence(right, proof.of)}${
    wrong.length > 0 && `: ${wrong.join("; ")}`
  }</li>`;
}
