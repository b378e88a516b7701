import {beforeAll, describe, expect, it} from "vitest";
import {plantedTruths} from "../../../../data-loaders/sources/demo/planted-truths.ts";
import {daysBetween, demoTexts, groupBy, mean, type Row, rowsOf} from "./read-demo.ts";

const texts = demoTexts({customers: 3000, entities: ["orders", "campaign_assignments", "web_events"]});

describe("planted campaigns", () => {
  let ordersOf: Map<string, Row[]>;
  let assigned: Row[];
  beforeAll(async () => {
    ordersOf = groupBy(rowsOf(await texts, "orders"), (order) => order.customer_id!);
    assigned = rowsOf(await texts, "campaign_assignments").filter((row) => row.step === "1");
  });

  /** The z statistic of treatment against control: who ordered within 30 days. */
  function effect(campaign: string): number {
    const converted = (arm: string) =>
      assigned
        .filter((row) => row.campaign_id === campaign && row.arm === arm)
        .map((row) => {
          const gaps = (ordersOf.get(row.customer_id!) ?? []).map((order) =>
            daysBetween(row.assigned_at!, order.ordered_at!),
          );
          return gaps.some((gap) => gap > 0 && gap <= 30) ? 1 : 0;
        });
    const [treatment, control] = [converted("treatment"), converted("control")];
    const pooled = mean([...treatment, ...control]);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / treatment.length + 1 / control.length));
    return (mean(treatment) - mean(control)) / error;
  }

  it("one brings orders, the other does not", () => {
    expect(effect(plantedTruths.effectiveCampaign.id)).toBeGreaterThan(2.5);
    expect(Math.abs(effect(plantedTruths.idleCampaign.id))).toBeLessThan(1.96);
  });

  it("each has a fair control group of half of the audience", () => {
    for (const {id} of [plantedTruths.effectiveCampaign, plantedTruths.idleCampaign]) {
      const arms = assigned.filter((row) => row.campaign_id === id);
      const treated = arms.filter((row) => row.arm === "treatment").length;
      expect(((treated - arms.length / 2) * 2) ** 2 / arms.length).toBeLessThan(6.6);
    }
  });
});

describe("the planted broken feed", () => {
  it("has no web event on its days, and some on every day before and after", async () => {
    const {from, to} = plantedTruths.brokenFeed;
    const days = new Set(rowsOf(await texts, "web_events").map((event) => event.occurred_at!.slice(0, 10)));
    const month = Array.from({length: 30}, (_, i) => `2026-04-${String(i + 1).padStart(2, "0")}`);
    expect(month.filter((day) => !days.has(day))).toEqual(month.filter((day) => day >= from && day <= to));
  });
});
