import {expect, test} from "vitest";
import {countShare} from "../../../../src/components/baskets/share-in-words.ts";
import fc from "../../../helpers/fast-check.ts";

test.each([
  [0.4, 4, 10],
  [0.425, 4, 10],
  [0.656, 7, 10],
  [0.25, 25, 100],
  [0.176, 18, 100],
  [0.98, 98, 100],
  [0.999, 999, 1000],
  [0.9999, 999, 1000],
  [0.003, 3, 1000],
  [0.00001, 1, 1000],
  [1, 1, 1],
])("%d is %d of %d", (share, n, of) => expect(countShare(share)).toEqual({n, of}));

test("some is never none, and not all is never all", () => {
  fc.assert(
    fc.property(fc.double({min: 1e-9, max: 1 - 1e-9, noNaN: true}), (share) => {
      const {n, of} = countShare(share);
      expect(n).toBeGreaterThan(0);
      expect(n).toBeLessThan(of);
      if (share > 0.01 && share < 0.999) expect(Math.abs(n / of - share)).toBeLessThanOrEqual(0.1 * share + 1e-12);
    }),
  );
});
