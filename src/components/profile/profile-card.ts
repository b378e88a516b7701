import type {CategoryAffinityRow} from "../baskets/affinity/category-affinity-row.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import {monthDate} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {SegmentProfile} from "../segments/segment-profile.ts";
import {hasHours, nameTime, orderTimes} from "./order-times.ts";
import type {CustomerCubeRow, SegmentProfileRow} from "./profile-rows.ts";
import {getAttributeShares, getCategoryShares, getOrderShares, listOutstanding, OTHER, type Share} from "./shares.ts";

export interface ProfileTables {
  cube: readonly CustomerCubeRow[];
  affinity: readonly CategoryAffinityRow[];
  profile: readonly SegmentProfileRow[];
}

interface Breakdown {
  label: string;
  shares: Share[];
}

const shown = 3;

/** Hours are drawn where they stand for at least half of the people; fewer would only show where chance put ten. */
const leastTold = 0.5;

/** One segment in seven answers, each figure beside everybody's. */
export function profileCard(
  own: SegmentProfile,
  all: SegmentProfile,
  tables: ProfileTables,
  context: PageContext,
): Markup {
  const {t, f, names, manifest} = context;
  const {key, label, colour} = own.state;
  const segments = new Set(names.segments.map((state) => state.key));
  const month = monthDate(manifest.months.at(-1)!);
  const attribute = (dimension: keyof typeof t.profileDimensions): Breakdown => ({
    label: t.profileDimensions[dimension],
    shares: getAttributeShares(tables.cube, {dimension, segment: key, segments, month}),
  });
  const order = (dimension: "payment" | "coupon"): Breakdown => ({
    label: t.profileDimensions[dimension],
    shares: getOrderShares(tables.profile, dimension, key),
  });
  const who = [attribute("gender"), attribute("age_band"), attribute("city")];
  const favourite = attribute("favourite_category");
  const bought = {label: t.profileDimensions.category, shares: getCategoryShares(tables.affinity, key)};
  const coupon = order("coupon");
  const why = [
    attribute("acquisition_source"),
    {...coupon, shares: coupon.shares.filter(({value}) => value === "used")},
  ];
  const how = [order("payment"), attribute("channel")];
  const times = getOrderShares(tables.profile, "time", key).filter(({value}) => /^\d \d\d$/.test(value));
  const told = times.reduce((sum, {share}) => sum + share, 0);
  const units = (segment: string | null) => {
    const row = tables.profile.find((other) => other.dimension === "total" && other.segment === segment);
    return row?.units && row.orders ? row.units / row.orders : null;
  };
  const outstanding = listOutstanding(
    [...who, favourite, ...why, ...how].flatMap((breakdown) =>
      breakdown.shares.map((share) => ({...share, label: breakdown.label})),
    ),
  ).slice(0, shown);
  const money = (value: number | null) => (value === null ? t.withheld : f.money(value));
  const number = (value: number | null) => (value === null ? t.none : f.decimal(value));
  return markup`<section class="card profile-card" id="${key}" style="--c:${colour}">
<h2><i></i>${label} <span>${t.profileSize(own.customers, own.share)}</span></h2>
<p class="portrait">${outstanding.length > 0 ? t.profileStandsOut(outstanding.map(({value, share, base}) => `${nameValue(value, t)} ${f.percent(share)} (${t.profileBase(f.percent(base!))})`)) : t.profileLikeAll}</p>
<div class="answers">
${answer(t.profileWho, breakdowns(who, context))}
${answer(t.profileWhat, breakdowns([favourite, bought], context))}
${answer(t.profileWhen, told >= leastTold ? [orderTimes(times, `${label}: ${t.profileWhen}`, context), peak(times, context)] : null, t.profileNoTimes)}
${answer(t.profileWhy, breakdowns(why, context))}
${answer(
  t.profileHowMuch,
  figures(
    [
      [t.averageOrder, money(own.averageOrder), money(all.averageOrder)],
      [t.revenuePerCustomer, money(own.revenuePerCustomer), money(all.revenuePerCustomer)],
    ],
    context,
  ),
)}
${answer(t.profileHowMany, figures([[t.ordersPerCustomer, number(own.ordersPerCustomer), number(all.ordersPerCustomer)], ...(units(null) === null ? [] : [[t.profileUnits, number(units(key)), number(units(null))] as [string, string, string]])], context))}
${answer(t.profileHow, breakdowns(how, context))}
</div>
</section>
`;

  function answer(question: string, body: Content, without: string = t.profileNotDelivered): Markup {
    return markup`<div class="answer"><h3>${question}</h3>${body ?? markup`<p class="note">${without}</p>`}</div>
`;
  }
}

/** What a value is called, where the page knows. */
function nameValue(value: string, t: PageContext["t"]): string {
  return Object.hasOwn(t.profileValues, value) ? t.profileValues[value as keyof typeof t.profileValues] : value;
}

/** The largest shares of each breakdown that the shop delivers; null where it delivers none. */
function breakdowns(list: readonly Breakdown[], {t, f}: PageContext): Content {
  const known = list
    .map(({label, shares}) => ({label, shares: shares.filter(({value}) => value !== OTHER).slice(0, shown)}))
    .filter(({shares}) => shares.length > 0);
  if (known.length === 0) return null;
  return known.map(
    ({label, shares}) => markup`<table class="shares"><caption>${label}</caption>
<thead class="unseen"><tr><th scope="col">${label}</th><th scope="col">${t.share}</th><th scope="col">${t.profileEverybody}</th></tr></thead>
<tbody>${shares.map(
      ({value, share, base}) =>
        markup`<tr><th scope="row">${nameValue(value, t)}</th><td><span class="against"><span style="width:${Math.round(100 * share)}%"></span>${base !== null && markup`<i style="left:${Math.round(100 * base)}%"></i>`}</span><b>${f.percent(share)}</b></td><td>${base === null ? t.none : f.percent(base)}</td></tr>
`,
    )}</tbody></table>`,
  );
}

function figures(rows: readonly [string, string, string][], {t}: PageContext): Markup {
  return markup`<dl class="figures-list">${rows.map(
    ([label, own, all]) =>
      markup`<div><dt>${label}</dt><dd><b>${own}</b> <span>${t.profileBase(all)}</span></dd></div>`,
  )}</dl>`;
}

function peak(times: readonly Share[], {t, f}: PageContext): Markup {
  const [top] = times;
  return markup`<p class="note">${t.profilePeak(nameTime(top!.value, t, hasHours(times)), f.percent(top!.share))}</p>`;
}
