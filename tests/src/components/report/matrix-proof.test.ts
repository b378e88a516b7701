import {expect, test} from "vitest";
import {proveSums} from "../../../../src/components/report/matrix-proof.ts";
import {getMoves} from "../../../../src/components/report/moves.ts";
import {sizesOf} from "../../../../src/components/segment-history.ts";
import {getSegmentLookup} from "../../../../src/components/segment-lookup.ts";
import {smallShop} from "../../small-shop.ts";

const {migration, sizes, segments} = smallShop();
const moves = getMoves(migration, "2026-10", getSegmentLookup(segments, "en"));

test("rows are the sizes before, columns the sizes after", () => {
  expect(proveSums(moves, "from", sizesOf(sizes, "2026-09"))).toEqual({of: 13, errors: []});
  expect(proveSums(moves, "to", sizesOf(sizes, "2026-10"))).toEqual({of: 13, errors: []});
});

test("a wrong sum is named with both figures", () => {
  const wrong = sizesOf(sizes, "2026-09");
  const champions = wrong.get("champions")!;
  wrong.set("champions", champions + 1);
  expect(proveSums(moves, "from", wrong).errors).toEqual([
    {state: "champions", expected: champions + 1, actual: champions},
  ]);
});
