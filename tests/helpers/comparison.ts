import {expect} from "vitest";
import type {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import {firstDayOf, formatDay, type Month} from "../oracle/calendar.ts";
import type {Oracle} from "../oracle/compute.ts";
import type {Money} from "../oracle/money.ts";
import {Withholdable} from "./find-differences.ts";
import {type Cell, findWithholdingProblems} from "./withholding.ts";

/** The states of the report: a map's segments and those outside the pool. */
export interface Comparison {
  warehouse: Warehouse;
  oracle: Oracle;
  segments: readonly string[];
  minCustomers: number;
}

/** Holds the choice of withheld cells against its rule. */
export function expectWithheld(
  what: string,
  cells: readonly Cell[],
  minCustomers: number,
  secretMargins?: ReadonlySet<string>,
): void {
  expect(findWithholdingProblems(cells, minCustomers, secretMargins).map((problem) => `${what}: ${problem}`)).toEqual(
    [],
  );
}

/** A month as published tables write it. */
export function nameOf(month: Month): string {
  return formatDay(firstDayOf(month));
}

/** The double nearest to an amount. */
export function asNumber(money: Money): number {
  return money / 10_000;
}

/** An amount that may be published or withheld. */
export function withholdable(money: Money): Withholdable {
  return new Withholdable(asNumber(money));
}
