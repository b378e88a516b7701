import {describe, expect, test} from "vitest";
import {expectAddsUp} from "../../helpers/add-up.ts";
import {expectSameMovements} from "../../helpers/compare-movements.ts";
import {expectSameAsOracle} from "../../helpers/compare-with-oracle.ts";
import {expectSafeCube} from "../../helpers/cube.ts";
import {expectSafeBands} from "../../helpers/customer-bands.ts";
import fc from "../../helpers/fast-check.ts";
import {expectSafeFlowCube} from "../../helpers/flow-cube.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {randomOptions, randomShop} from "../../helpers/random-shop.ts";
import {readStates} from "../../helpers/read-states.ts";
import {computeOracle} from "../../oracle/compute.ts";
import type {Shop} from "../../oracle/shop.ts";

/** `RANDOM_SHOPS=200 npx vitest run …` looks longer. */
const numRuns = Number(process.env.RANDOM_SHOPS ?? 4);
const timeout = 60_000 + numRuns * 5000;

describe("a random shop", () => {
  test("is what the oracle computes, whatever the options; and its tables add up", {timeout}, () =>
    fc.assert(
      fc.asyncProperty(randomShop, randomOptions, async (shop, {oracle: options, config, segments}) => {
        const oracle = computeOracle(shop, options);
        const privacy = {...config.privacy, publishCustomers: true};
        await withShop(shop, {...config, privacy}, async (warehouse) => {
          await expectSameAsOracle({warehouse, oracle, segments, minCustomers: config.privacy!.minCustomers!});
          await expectSameMovements(warehouse, oracle, config.privacy!.minCustomers!);
          await expectAddsUp(warehouse);
          await expectSafeCube(warehouse, config.privacy!.minCustomers!);
          await expectSafeFlowCube(warehouse, config.privacy!.minCustomers!);
          await expectSafeBands(warehouse, config.privacy!.minCustomers!);
        });
      }),
      {numRuns, endOnFailure: true},
    ),
  );

  test("has the same scores when everybody gives the same amount back", {timeout}, () =>
    fc.assert(
      fc.asyncProperty(randomShop, async (shop) => {
        const month = shop.lines
          .map((line) => line.at.slice(0, 7))
          .sort()
          .at(-1)!;
        const names = [...new Set(shop.lines.flatMap((line) => line.customer ?? []))];
        const given = names.map((customer, i) => ({
          order: `gift-${i}`,
          customer,
          at: `${month}-01`,
          amount: -70_000,
          isReturn: true,
        }));
        const asOf = `${month}-28`;
        const [before, after] = await Promise.all(
          [shop, {...shop, lines: [...shop.lines, ...given]}].map((one) => scoresOf(one, asOf, month)),
        );
        expect(after).toEqual(before);
      }),
      {numRuns: Math.ceil(numRuns / 4), endOnFailure: true},
    ),
  );

  test("has the same states under other names", {timeout}, () =>
    fc.assert(
      fc.asyncProperty(randomShop, async (shop) => {
        const rename = (name: string) => `x${1000 - Number(name.slice(1))}`;
        const renamed: Shop = {
          ...shop,
          lines: shop.lines.map((line) => (line.customer ? {...line, customer: rename(line.customer)} : line)),
          customers: shop.customers!.map((registration) => ({
            ...registration,
            customer: rename(registration.customer),
          })),
        };
        const [states, others] = await Promise.all(
          [shop, renamed].map((one) => withShop(one, {}, (warehouse) => readStates(warehouse))),
        );
        const byName = (list: typeof states) =>
          new Map(list!.map(({customer, ...state}) => [`${state.month} ${customer}`, state]));
        expect(byName(others)).toEqual(byName(states!.map((state) => ({...state, customer: rename(state.customer)}))));
      }),
      {numRuns: Math.ceil(numRuns / 4), endOnFailure: true},
    ),
  );
});

/** Everybody's scores at the snapshot of a month. */
function scoresOf(shop: Shop, asOf: string, month: string): Promise<(string | number | null)[][]> {
  return withShop(shop, {asOf}, async (warehouse) =>
    (await readStates(warehouse, month)).map(({customer, r, f, m}) => [customer, r, f, m]),
  );
}
