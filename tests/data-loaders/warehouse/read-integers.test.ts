import {expect, test} from "vitest";
import {startEngine} from "../../../data-loaders/engine/duckdb.ts";
import {readIntegers} from "../../../data-loaders/warehouse/read-integers.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

test("integer columns come as typed arrays, in the order of the query; anything else is an error", () =>
  inTemporaryFolder(async (folder) => {
    const engine = await startEngine({spillFolder: folder});
    const integers = (expression: string, rows = 5000) =>
      readIntegers(
        engine,
        `SELECT CAST(i AS INTEGER) AS a, ${expression} AS b FROM range(${rows}) AS t (i) ORDER BY i`,
      );
    const [a, b] = await integers("CAST(-i AS INTEGER)");
    expect([a!.length, b!.length, a![4999], b![4999]]).toEqual([5000, 5000, 4999, -4999]);
    expect(a!.every((value, i) => value === i)).toBe(true);
    expect(await integers("1", 0)).toEqual([new Int32Array(), new Int32Array()]);
    await expect(integers("CAST(i AS BIGINT)")).rejects.toThrow("b is BIGINT, not INTEGER");
    await expect(integers("CAST(nullif(i, 4321) AS INTEGER)")).rejects.toThrow("b is null in a row");
    engine.close();
  }));
