import type {Markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import type {BasketLevel, BasketSequenceRow} from "../basket-rows.ts";
import {isolate} from "../isolate.ts";
import {getItemNames, type Item} from "../item-names.ts";
import {markNames} from "../mark-names.ts";
import {countShare} from "../share-in-words.ts";

/** What to call the things that sequences are about, each name isolated. */
export function nameSequenceItems(
  sequences: readonly BasketSequenceRow[],
): (level: BasketLevel, item: string) => string {
  return getItemNames(
    sequences.flatMap((row): Item[] => [
      {level: row.level, item: row.before, name: row.before_name},
      {level: row.level, item: row.after, name: row.after_name},
    ]),
    isolate,
  );
}

/** A sequence as a sentence. Half have come by the first whole day from the median on. */
export function saySequence(
  row: BasketSequenceRow,
  nameOf: (level: BasketLevel, item: string) => string,
  {t}: PageContext,
): Markup {
  return markNames(
    t.sequenceSentence({
      before: nameOf(row.level, row.before),
      after: nameOf(row.level, row.after),
      share: countShare(row.confidence),
      lift: row.lift,
      medianDays: Math.ceil(row.median_gap_days),
    }),
  );
}
