import {describe, expect, it} from "vitest";
import {describeAlerts} from "../../../data-loaders/alerts/describe-alerts.ts";
import {type AlertFacts, findAlerts} from "../../../data-loaders/alerts/find-alerts.ts";
import {type AlertRules, alertsSchema} from "../../../data-loaders/config/alerts-schema.ts";

const facts: AlertFacts = {
  asOf: "2026-10-31",
  month: "2026-10",
  movements: [
    {movement: "slide", customers: 96, usual: 67.6, verdict: "above"},
    {movement: "champions → loyal", customers: 12, usual: 11, verdict: "within"},
    {movement: "loyal → at_risk", customers: 3, usual: null, verdict: "too_few"},
  ],
  sources: [
    {entity: "all", grade: "D", reason: "stale", daysBehind: null},
    {entity: "deliveries", grade: "D", reason: "stale", daysBehind: 46},
    {entity: "orders", grade: "A", reason: null, daysBehind: 0},
  ],
  restatements: {late_data: 4, "returns+unexplained": 1},
};
const find = (rules: Partial<AlertRules> = {}, today?: string, changed: Partial<AlertFacts> = {}) =>
  findAlerts({...facts, ...changed}, alertsSchema.parse(rules), today).map(({rule, subject}) => `${rule}: ${subject}`);

describe("findAlerts(facts, rules, today)", () => {
  it("tells what is outside its range, graded too low, stale, and changed without a cause", () => {
    expect(find()).toEqual([
      "unusual: slide",
      "grade: all",
      "grade: deliveries",
      "stale: deliveries",
      "restated: returns+unexplained",
    ]);
  });

  it.each<[Partial<AlertRules>, string[]]>([
    [{unusual: false}, ["grade: all", "grade: deliveries", "stale: deliveries", "restated: returns+unexplained"]],
    [{lowestGrade: "D"}, ["unusual: slide", "stale: deliveries", "restated: returns+unexplained"]],
    [{staleDays: 46}, ["unusual: slide", "grade: all", "grade: deliveries", "restated: returns+unexplained"]],
    [{restatements: "none"}, ["unusual: slide", "grade: all", "grade: deliveries", "stale: deliveries"]],
  ])("obeys %o", (rules, expected) => {
    expect(find(rules)).toEqual(expected);
  });

  it("tells every cause where any is to be told", () => {
    expect(find({restatements: "any"}).slice(-2)).toEqual(["restated: late_data", "restated: returns+unexplained"]);
  });

  it("tells that nothing has come for too long, counted to the day of the run", () => {
    expect(find({}, "2026-12-15")).not.toContain("stale: all");
    expect(find({}, "2026-12-16")).toContain("stale: all");
  });

  it("says nothing of a shop that is as ever", () => {
    const calm = {movements: facts.movements.slice(1), sources: facts.sources.slice(2), restatements: null};
    expect(find({}, "2026-11-01", calm)).toEqual([]);
  });
});

it("describeAlerts(shop, facts, alerts) is Markdown in which no name is markup", () => {
  const named = {...facts, movements: [{movement: "<b>a</b> → `b`", customers: 9, usual: 2, verdict: "above"}]};
  const text = describeAlerts("Shop *1*", named, findAlerts(named, alertsSchema.parse({lowestGrade: "D"})));
  expect(text).toContain("## Shop \\*1\\*: 3 alerts\n\nData to 2026-10-31.\n");
  expect(text).toContain(
    "### Outside its normal range\n\n- 2026-10: 9 customers moved \\<b\\>a\\</b\\> → \\`b\\`, about 2 are usual: above the normal range\n",
  );
  expect(text).toContain("### Changed figures\n\n- 1 published figure changed: returns+unexplained\n");
});

it("describeAlerts(shop, facts, alerts) says that all is well, and what nobody looked at", () => {
  expect(describeAlerts("Shop", {...facts, restatements: null}, [])).toBe(
    "## Shop: no alerts\n\nData to 2026-10-31.\n\nChanged figures: not assessed, there is no release to compare with.\n",
  );
});
