import {beforeAll, expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {plantedTruths} from "../../../data-loaders/sources/demo/planted-truths.ts";
import {demo} from "../../../data-loaders/sources/demo-source.ts";
import type {CohortRow} from "../../../src/components/retention/cohort-row.ts";
import {getCohortValues} from "../../../src/components/retention/cohort-values.ts";
import type {ChurnBehaviourRow, ChurnConditionRow} from "../../../src/components/retention/retention-rows.ts";
import {withWarehouse} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

let cohorts: CohortRow[];
let conditions: ChurnConditionRow[];
let behaviours: ChurnBehaviourRow[];

beforeAll(
  () =>
    inTemporaryFolder((folder) => {
      const config = defineConfig({name: "Demo", sources: demo({customers: 3000})});
      const loaded = {config, file: `${folder}/shop.config.ts`, folder};
      return withWarehouse({loaded, privateFolder: `${folder}/private`}, async (warehouse) => {
        cohorts = await publishedRows(warehouse, "cohorts");
        conditions = await publishedRows(warehouse, "churn-conditions");
        behaviours = await publishedRows(warehouse, "churn-behaviours");
      });
    }),
  60_000,
);

test("the cohort that fills its baskets twice is the one that stands out", () => {
  const rows = cohorts
    .filter((row) => row.first_event === "order" && row.then_event === "order" && row.period === "month")
    .map((row) => ({...row, cohort: new Date(row.cohort)}));
  const {subject, isOutstanding} = getCohortValues(rows);
  expect([isOutstanding, subject!.cohort.month]).toEqual([true, plantedTruths.doubleCohort.month]);
  expect(subject!.ratio).toBeGreaterThan(1.8);
});

test("leaving the mailing list, and a breakdown of the carrier, raise churn beyond chance", {
  timeout: 60_000,
}, async () => {
  const find = (condition: string) => conditions.find((row) => row.condition === condition)!;
  for (const condition of ["unsubscribe", "very_late_delivery"])
    expect(find(condition).low!).toBeGreaterThan(find(condition).base_churn!);
  expect(find("unsubscribe").churn!).toBeGreaterThan(plantedTruths.unsubscribing.leavingShare);
  expect(find("return").lift!).toBeLessThan(1.05); // nothing is planted there
  expect(behaviours.find((row) => row.behaviour === "unsubscribe")!.alike_lift!).toBeGreaterThan(3);
});
