import {expect, test} from "vitest";
import {roundDecimals} from "../../../../src/components/charts/svg.ts";

test("cuts decimals of the geometry, and leaves what the drawing says", () => {
  const svg =
    '<svg aria-label="1.204 > 3.5678"><path d="M1.23456,-0.0004L7e3,2.5"></path><text x="10.98765">1.204</text></svg>';
  expect(roundDecimals(svg)).toBe(
    '<svg aria-label="1.204 > 3.5678"><path d="M1.23,0L7e3,2.5"></path><text x="10.99">1.204</text></svg>',
  );
});
