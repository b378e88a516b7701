import {describe, expect, test} from "vitest";
import {type Criterion, gradeFindings, qualityLimits, worstOf} from "../../../data-loaders/stats/quality-grade.ts";

describe("a grade", () => {
  test.each(Object.keys(qualityLimits) as Criterion[])("%s: a limit itself still has the better grade", (criterion) => {
    const [a, b, c] = qualityLimits[criterion];
    const gradeOf = (value: number) => gradeFindings([{criterion, value}]).grade;
    expect(gradeOf(a)).toBe("A");
    expect(gradeOf(c + 1)).toBe("D");
    if (criterion === "stray") return;
    expect([a + 1e-9, b, b + 1e-9, c].map(gradeOf)).toEqual(["B", "B", "C", "C"]);
  });

  test("is that of the worst finding, and names it", () => {
    const found = gradeFindings([
      {criterion: "rejected", value: 0.005, rows: 50},
      {criterion: "orphan", value: 0.05, rows: 500},
      {criterion: "silent", value: 3},
    ]);
    expect(found).toEqual({grade: "C", worst: {criterion: "orphan", value: 0.05, rows: 500}});
  });

  test("is A without findings, and where nothing was found", () => {
    expect(gradeFindings([])).toEqual({grade: "A", worst: null});
    expect(gradeFindings([{criterion: "range", value: 0, rows: 0}])).toEqual({grade: "A", worst: null});
  });

  test("two rows lower it to B at most, three do not spare it", () => {
    expect(gradeFindings([{criterion: "range", value: 0.5, rows: 2}]).grade).toBe("B");
    expect(gradeFindings([{criterion: "range", value: 0.5, rows: 3}]).grade).toBe("D");
    expect(gradeFindings([{criterion: "stray", value: 1, rows: 1}]).grade).toBe("D");
  });
});

test("sources beside the sales lower the grade of all to B at most", () => {
  const visits = {entity: "web_events", grade: "D", isSales: false} as const;
  const orders = {entity: "orders", grade: "C", isSales: true} as const;
  expect(worstOf([visits])).toEqual({grade: "B", part: visits});
  expect(worstOf([visits, orders])).toEqual({grade: "C", part: orders});
  expect(worstOf([{...orders, grade: "A"}])).toEqual({grade: "A", part: null});
});
