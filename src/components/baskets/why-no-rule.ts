import {type Content, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {Basis, BasketSizeRow} from "./basket-rows.ts";

/** Why a shop has no rule over a basis, and what would change that. */
export function whyNoRule(basis: Basis, sizes: readonly BasketSizeRow[], {t}: PageContext): Content {
  const size = sizes.find((row) => row.basis === basis);
  return [
    markup`<p class="deck">${reason()}</p>`,
    size && size.products > 1 && markup`<p class="note">${t.basketsChange}</p>`,
  ];

  function reason(): string {
    if (!size) return t.basketsNone(basis);
    if (size.products === 1) return t.basketsSingle;
    if (size.of_several < size.min_count) return t.basketsFew(basis, size.of_several, size.baskets, size.min_count);
    return t.basketsChance(basis, size.min_count);
  }
}

/** Why a shop has no sequence, and what would change that. */
export function whyNoSequence(sizes: readonly BasketSizeRow[], {t}: PageContext): Content {
  const size = sizes.find(({basis}) => basis === "customers");
  return [
    markup`<p class="deck">${reason()}</p>`,
    size && size.products > 1 && markup`<p class="note">${t.sequencesChange}</p>`,
  ];

  function reason(): string {
    if (!size) return t.basketsNone("customers");
    if (size.products === 1) return t.sequencesSingle;
    if (size.repeat_buyers! < size.min_count) return t.sequencesFew(size.repeat_buyers!, size.baskets, size.min_count);
    return t.sequencesChance(size.min_count);
  }
}
