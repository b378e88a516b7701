import {appendFileSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {withWarehouse, writeShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";
import type {Shop} from "../../oracle/shop.ts";

const line = (order: string, at: string) => ({order, lineNo: 1, customer: "c1", at, amount: 100_000});
const first: Shop = {lines: [line("a", "2026-01-01")]};
const second: Shop = {lines: [line("a", "2026-01-01"), line("b", "2026-01-05")]};

/** Runs over a shop and keeps its state, as the commands do; gives the bytes and the runs of the trend. */
function runIn(folder: string, privateName = "private") {
  const privateFolder = join(folder, privateName);
  return {
    readState() {
      const state = join(privateFolder, "state/quality");
      return readFileSync(join(state, readdirSync(state)[0]!), "utf8");
    },
    damageState() {
      const state = join(privateFolder, "state/quality");
      appendFileSync(join(state, readdirSync(state)[0]!), '{"run": 1');
    },
    run: (shop: Shop, options = {}) =>
      withWarehouse({loaded: writeShop(folder, shop, options), privateFolder}, async (warehouse) => {
        const bytes = readFileSync(await warehouse.publishedFile("quality-trend"), "base64");
        const rows = await publishedRows<{
          run: number;
          as_of: string;
          entity: string;
          records: number;
          is_current: boolean;
        }>(warehouse, "quality-trend");
        await warehouse.keepState();
        return {bytes, runs: rows.filter(({entity}) => entity === "all")};
      }),
  };
}

test(
  "a run with changed input is added to the trend; the same input gives the same bytes and adds nothing",
  () =>
    inTemporaryFolder(async (folder) => {
      const {run, readState} = runIn(folder);
      const one = await run(first);
      expect(one.runs).toMatchObject([{run: 1, as_of: "2026-01-01", records: 1, is_current: true}]);
      const state = readState();
      expect((await run(first)).bytes).toBe(one.bytes);
      expect(readState()).toBe(state);

      const two = await run(second);
      expect(two.runs).toMatchObject([
        {run: 1, as_of: "2026-01-01", records: 1, is_current: false},
        {run: 2, as_of: "2026-01-05", records: 2, is_current: true},
      ]);
      expect((await run(second)).bytes).toBe(two.bytes);
      expect(readState().startsWith(state)).toBe(true);
      expect(readState().split("\n")).toHaveLength(5);

      const three = await run(second, {asOf: "2026-01-01"});
      expect(three.runs.map(({run: number, as_of}) => [number, as_of])).toEqual([
        [1, "2026-01-01"],
        [2, "2026-01-05"],
        [3, "2026-01-01"],
      ]);
    }),
  30_000,
);

test(
  "the trend depends on the input and the state alone",
  () =>
    inTemporaryFolder(async (folder) => {
      const [here, there] = [runIn(folder, "here"), runIn(folder, "there")];
      for (const shop of [first, second]) expect((await here.run(shop)).bytes).toBe((await there.run(shop)).bytes);
    }),
  30_000,
);

test(
  "each shop has its own runs",
  () =>
    inTemporaryFolder(async (folder) => {
      const {run} = runIn(folder);
      await run(first);
      expect((await run(second, {name: "Another"})).runs).toMatchObject([{run: 1}]);
    }),
  30_000,
);

test("damaged state is named, and stops the run", () =>
  inTemporaryFolder(async (folder) => {
    const {run, damageState} = runIn(folder);
    await run(first);
    damageState();
    await expect(run(second)).rejects.toThrow(/quality\/\w+\.jsonl:3: cannot be read/);
  }));
