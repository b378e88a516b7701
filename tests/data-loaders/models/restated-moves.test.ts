import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {startEngine} from "../../../data-loaders/engine/duckdb.ts";
import {projectRoot} from "../../../data-loaders/project.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

const model = readFileSync(join(projectRoot, "data-loaders/models/restated_moves.sql"), "utf8");

interface Shop {
  /** Accounts, each with its person's anchor; numbers of people are by anchor. */
  people: Record<string, string[]>;
  /** Month, anchor, state a month before, cause. */
  moves: [string, string, string, string][];
  /** Months that the newest release published. */
  months?: string[];
  /** What it said: anchor then, first month, state. */
  said: [string, string, string][];
}

/** Who is restated, and when: `2025-03 a`. */
function findRestated({people, moves, months = ["2025-01", "2025-02"], said}: Shop): Promise<string[]> {
  const anchors = Object.keys(people);
  const day = (month: string) => `DATE '${month}-01'`;
  const table = (name: string, columns: string, rows: string[]) =>
    `CREATE TABLE ${name} AS SELECT * FROM (VALUES ${rows.join(", ")}) t (${columns})`;
  const accounts = anchors.flatMap((anchor, no) => [anchor, ...people[anchor]!].map((id) => `('${id}', ${no})`));
  return inTemporaryFolder(async (spillFolder) => {
    const engine = await startEngine({spillFolder, threads: 1});
    try {
      for (const sql of [
        table(
          "persons",
          "customer_id, person_no",
          anchors.map((id, no) => `('${id}', ${no})`),
        ),
        table("account_persons", "customer_id, person_no", accounts),
        table(
          "moves",
          "month, person_no, from_segment, cause",
          moves.map(([month, id, from, cause]) => `(${day(month)}, ${anchors.indexOf(id)}, '${from}', '${cause}')`),
        ),
        table(
          "months_before",
          "month",
          months.map((month) => `(${day(month)})`),
        ),
        table(
          "states_before",
          "customer_id, since, segment",
          said.map(([id, since, segment]) => `('${id}', ${day(since)}, '${segment}')`),
        ),
      ])
        await engine.run(sql);
      const rows = await engine.rows<{restated: string}>(
        `SELECT strftime(r.month, '%Y-%m') || ' ' || p.customer_id AS restated
         FROM (${model}) r JOIN persons p ON p.person_no = r.person_no ORDER BY 1`,
      );
      return rows.map(({restated}) => restated);
    } finally {
      engine.close();
    }
  });
}

it("whoever was in another state a month before than was published is restated, and nobody else", async () => {
  const shop: Shop = {
    people: {a: [], b: [], c: []},
    moves: [
      ["2025-02", "a", "loyal", "ageing"],
      ["2025-03", "a", "promising", "ageing"],
      ["2025-02", "b", "loyal", "behaviour"],
      ["2025-03", "b", "champions", "thresholds"],
      ["2025-03", "c", "promising", "ageing"],
    ],
    // b was loyal in both months; nothing was said of c.
    said: [
      ["a", "2025-01", "loyal"],
      ["a", "2025-02", "promising"],
      ["b", "2025-01", "loyal"],
    ],
  };
  expect(await findRestated(shop)).toEqual(["2025-03 b", "2025-03 c"]);
});

it("nobody is restated who is new, or who entered or left the pool, or whose month was not published", async () => {
  const people = {a: [], b: [], c: [], d: []};
  const moves: Shop["moves"] = [
    ["2025-03", "a", "unknown", "first_seen"],
    ["2025-03", "b", "lapsed", "entered"],
    ["2025-03", "c", "loyal", "left"],
    ["2025-03", "d", "loyal", "ageing"],
    ["2025-04", "d", "champions", "ageing"],
  ];
  const said = Object.keys(people).map((id): Shop["said"][number] => [id, "2025-01", "at_risk"]);
  expect(await findRestated({people, moves, said})).toEqual(["2025-03 d"]);
  expect(await findRestated({people, moves, said, months: ["2025-01"]})).toEqual([]);
});

it("of people who are one now, the anchor's state is held against the person, or else the first other one's", async () => {
  const shop: Shop = {
    people: {a: ["x"], b: ["y"], c: ["z", "w"], d: []},
    moves: [
      ["2025-03", "a", "champions", "ageing"],
      ["2025-03", "b", "champions", "ageing"],
      ["2025-03", "c", "champions", "ageing"],
      ["2025-03", "d", "champions", "ageing"],
    ],
    said: [
      ["a", "2025-01", "champions"],
      ["x", "2025-01", "loyal"],
      ["b", "2025-01", "loyal"],
      ["y", "2025-01", "champions"],
      ["z", "2025-01", "loyal"],
      ["w", "2025-01", "champions"],
      // Nobody any more: a source that is gone.
      ["gone", "2025-01", "champions"],
    ],
  };
  // c was not known then; d was part of somebody else.
  expect(await findRestated(shop)).toEqual(["2025-03 b", "2025-03 d"]);
});
