import type {CategoryAffinityRow} from "../baskets/affinity/category-affinity-row.ts";
import type {FieldUsageRow} from "../gaps/field-usage-row.ts";
import {listMissing} from "../gaps/get-gaps.ts";
import type {Need} from "../gaps/needs.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {markup} from "../markup.ts";
import {missingSource} from "../missing-source.ts";
import {getPageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import {segmentName} from "../segment-name.ts";
import type {SegmentRow, SegmentSizeRow} from "../segment-rows.ts";
import {getProfiles, type SegmentProfile} from "../segments/segment-profile.ts";
import {profileCard} from "./profile-card.ts";
import type {CustomerCubeRow, SegmentProfileRow} from "./profile-rows.ts";

export interface ProfileData {
  manifest: Manifest;
  segments: SegmentRow[];
  sizes: SegmentSizeRow[];
  cube: CustomerCubeRow[];
  affinity: CategoryAffinityRow[];
  profile: SegmentProfileRow[];
  usage: FieldUsageRow[];
}

/** What the seven answers ask of a shop's data. */
const asked: readonly Need[] = [
  "gender",
  "birth_year",
  "city",
  "products_sold",
  "product_tree",
  "acquisition_source",
  "coupons",
  "units",
  "payment_method",
  "channel",
];

/** The profiles of the segments as a page source: each against everybody, in seven answers. No script. */
export function renderProfile(data: ProfileData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, names, manifest} = context;
  const month = manifest.months.at(-1)!;
  const profiles = getProfiles(data.sizes, month, names).filter(({customers}) => customers > 0);
  const all = addUp(profiles);
  const missing = listMissing(data.usage, [], asked).filter((need) => asked.includes(need));
  const best = [...profiles].sort((a, b) => (b.revenuePerCustomer ?? 0) - (a.revenuePerCustomer ?? 0))[0];
  const body = markup`<article class="profiles">
<div class="dateline"><p><b>${t.profileTitle}</b> <span>${f.month(month)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${best?.revenuePerCustomer && all?.revenuePerCustomer ? t.profileHeadline(best.state.label, best.revenuePerCustomer, all.revenuePerCustomer) : t.profilePlain}</h1>
<p class="deck">${t.profileLead(manifest.definitions.rfm.windowMonths)}</p>
<ul class="jumps">${profiles.map(({state}) => markup`<li><a href="#${state.key}">${segmentName(state)}</a></li>`)}</ul></div>
${all && profiles.map((profile) => profileCard(profile, all, data, context))}
<p class="note">${t.profileNote}</p>
${missingSource(missing, context)}
</article>`;
  return pageSource(body, {title: t.profileTitle, lang});
}

/** All segments together; money only where none of it is withheld. */
function addUp(profiles: readonly SegmentProfile[]): SegmentProfile | undefined {
  const [first] = profiles;
  if (!first) return undefined;
  const sum = (name: "revenue" | "orders") => {
    const known = profiles.map((profile) => profile[name]);
    return known.includes(null) ? null : known.reduce((total: number, value) => total + value!, 0);
  };
  const customers = profiles.reduce((total, profile) => total + profile.customers, 0);
  const [revenue, orders] = [sum("revenue"), sum("orders")];
  const ratio = (a: number | null, b: number | null) => (a === null || !b ? null : a / b);
  return {
    ...first,
    customers,
    share: 1,
    revenue,
    revenueShare: 1,
    orders,
    averageOrder: ratio(revenue, orders),
    ordersPerCustomer: ratio(orders, customers),
    revenuePerCustomer: ratio(revenue, customers),
  };
}
