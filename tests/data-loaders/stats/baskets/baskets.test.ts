import {describe, expect, test} from "vitest";
import {collectBaskets, countBaskets} from "../../../../data-loaders/stats/baskets/baskets.ts";

describe("baskets", () => {
  test("lines in any order are put together; a repeated line counts once, a basket without a line is empty", () => {
    const baskets = collectBaskets([2, 0, 2, 0, 2, 2], [1, 4, 0, 4, 1, 3], 4, 5);
    expect(baskets).toEqual({
      offsets: Int32Array.of(0, 1, 1, 4, 4),
      items: Int32Array.of(4, 0, 1, 3),
      itemCount: 5,
    });
    expect(countBaskets(baskets)).toBe(4);
  });

  test("large baskets are sorted too", () => {
    const items = Array.from({length: 100}, (_, i) => (i * 37) % 100);
    const all = [...items, ...items];
    const {items: sorted} = collectBaskets(
      all.map(() => 0),
      all,
      1,
      100,
    );
    expect([...sorted]).toEqual(Array.from({length: 100}, (_, i) => i));
  });

  test("no line, no basket", () => {
    expect(collectBaskets([], [], 0, 0)).toEqual({offsets: Int32Array.of(0), items: new Int32Array(), itemCount: 0});
  });

  test("numbers out of range are errors that name the line", () => {
    expect(() => collectBaskets([0, 1], [0, 0], 1, 1)).toThrow("lines[1]: invalid basket: 1, there are 1");
    expect(() => collectBaskets([0, 0], [0, -1], 1, 1)).toThrow("lines[1]: invalid item: -1, there are 1");
    expect(() => collectBaskets([0], [], 1, 1)).toThrow("1 baskets of lines, but 0 items");
  });
});
