import {describe, expect, test} from "vitest";
import {linkAccounts} from "../../../data-loaders/identity/link-accounts.ts";
import fc from "../../helpers/fast-check.ts";

/** Rows of account and identifier. */
type Row = readonly [account: number, value: number];

const link = (rows: readonly Row[]) =>
  linkAccounts(
    Int32Array.from(rows, ([account]) => account),
    Int32Array.from(rows, ([, value]) => value),
  );

/** Account → anchor of every account that was linked. */
function listAnchors(rows: readonly Row[]): Map<number, number> {
  const links = link(rows);
  return new Map([
    ...links.map(({anchor}) => [anchor, anchor] as const),
    ...links.map(({alias, anchor}) => [alias, anchor] as const),
  ]);
}

/** The same by walking from account to account, for all to see. */
function walkAnchors(rows: readonly Row[]): Map<number, number> {
  const anchors = new Map<number, number>();
  for (const start of [...new Set(rows.map(([account]) => account))].sort((a, b) => a - b)) {
    const queue = anchors.has(start) ? [] : [start];
    for (const account of queue) {
      anchors.set(account, start);
      const values = rows.filter(([own]) => own === account).map(([, value]) => value);
      for (const [other, value] of rows) if (values.includes(value) && !queue.includes(other)) queue.push(other);
    }
    if (queue.length === 1) anchors.delete(start);
  }
  return anchors;
}

const someRows = fc.array(fc.tuple(fc.integer({min: 1, max: 25}), fc.integer({min: 1, max: 30})), {maxLength: 60});

describe("linking accounts", () => {
  test("nobody is nobody's", () => {
    expect(link([])).toEqual([]);
    expect(
      link([
        [1, 1],
        [2, 2],
      ]),
    ).toEqual([]);
  });

  test("two accounts that share an identifier are the older one's person", () => {
    expect(
      link([
        [7, 1],
        [3, 1],
      ]),
    ).toEqual([{alias: 7, anchor: 3, account: 7, other: 3, value: 1}]);
  });

  test("a chain is one person, and each link names the two accounts that share something", () => {
    const chain: Row[] = [
      [4, 1],
      [3, 1],
      [3, 2],
      [2, 2],
      [2, 3],
      [1, 3],
    ];
    expect(link(chain)).toEqual([
      {alias: 4, anchor: 1, account: 4, other: 3, value: 1},
      {alias: 3, anchor: 1, account: 3, other: 2, value: 2},
      {alias: 2, anchor: 1, account: 2, other: 1, value: 3},
    ]);
  });

  test("when two people meet, the older anchor wins, whichever account brought them together", () => {
    const people: Row[] = [
      [2, 1],
      [9, 1],
      [5, 2],
      [6, 2],
    ];
    expect(listAnchors(people)).toEqual(
      new Map([
        [2, 2],
        [9, 2],
        [5, 5],
        [6, 5],
      ]),
    );
    expect(link([...people, [9, 3], [6, 3]]).at(-1)).toEqual({alias: 5, anchor: 2, account: 6, other: 9, value: 3});
    expect(
      link([
        [1, 1],
        [9, 1],
        [1, 2],
        [3, 2],
        [3, 3],
        [4, 3],
      ]),
    ).toHaveLength(3);
  });

  test("a second reason is no second link", () => {
    expect(
      link([
        [1, 1],
        [2, 1],
        [1, 2],
        [2, 2],
      ]),
    ).toHaveLength(1);
  });

  test("finds what walking finds", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        expect(listAnchors(rows)).toEqual(walkAnchors(rows));
      }),
      {numRuns: 500},
    );
  });

  test("the order of the rows makes no difference", () => {
    fc.assert(
      fc.property(
        someRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, {minLength: rows.length}))),
        ([rows, shuffled]) => {
          expect(link(shuffled)).toEqual(link(rows));
        },
      ),
      {numRuns: 300},
    );
  });

  test("every account but the anchor is the alias of one link, and each link holds", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const links = link(rows);
        const has = (account: number, value: number) => rows.some((row) => row[0] === account && row[1] === value);
        expect(new Set(links.map(({alias}) => alias)).size).toBe(links.length);
        for (const {alias, anchor, account, other, value} of links) {
          expect(anchor).toBeLessThan(alias);
          expect(has(account, value) && has(other, value) && account !== other).toBe(true);
        }
      }),
    );
  });

  test("more accounts and identifiers leave anchors alone unless an older person is met", () => {
    fc.assert(
      fc.property(
        someRows,
        fc.array(fc.tuple(fc.integer({min: 26, max: 40}), fc.integer({min: 31, max: 40}))),
        (rows, later) => {
          const before = listAnchors(rows);
          const after = listAnchors([...rows, ...later]);
          for (const [account, anchor] of before) expect(after.get(account)).toBe(anchor);
        },
      ),
    );
  });

  test("a hundred thousand accounts in one chain are one person", () => {
    const length = 100_000;
    const rows = Array.from({length: length - 1}, (_, i): Row[] => [
      [length - i, i + 1],
      [length - i - 1, i + 1],
    ]).flat();
    const links = link(rows);
    expect(links).toHaveLength(length - 1);
    expect(links.every(({anchor}) => anchor === 1)).toBe(true);
  });
});
