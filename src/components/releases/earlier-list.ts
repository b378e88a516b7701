import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {causeNames} from "./figure-name.ts";
import type {ReleaseHistory} from "./restatements.ts";

/** The releases before this one, newest first; each stands where it was published, as it was. */
export function earlierList({earlier}: ReleaseHistory, context: PageContext): Markup | null {
  const releases = earlier?.releases ?? [];
  if (releases.length === 0) return null;
  const {t, f} = context;
  return markup`<section class="card"><h2>${t.earlierTitle(releases.length)}</h2>
<p class="subtitle">${t.earlierSubtitle}</p>
${dataTable({
  caption: t.earlierSubtitle,
  columns: [
    {label: t.earlierRelease},
    {label: t.earlierAsOf},
    {label: t.earlierDefinitions},
    {label: t.earlierRestated, isNumber: true},
    {label: t.restatedCause},
  ],
  rows: releases
    .toReversed()
    .map(({id, asOf, definitions, restatements, isPinned}) => [
      markup`<code>${id}</code>${isPinned && markup` <span class="flag">${t.earlierPinned}</span>`}`,
      f.date(asOf),
      definitions,
      restatements === null ? t.earlierNotAssessed : f.integer(sum(restatements)),
      restatements && causeNames([...new Set(Object.keys(restatements).flatMap((cause) => cause.split("+")))], context),
    ]),
})}</section>`;
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, n) => total + n, 0);
