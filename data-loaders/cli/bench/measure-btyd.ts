import {bgNbd} from "../../stats/bg-nbd.ts";
import type {PurchaseRow} from "../../stats/btyd/purchase-row.ts";
import {discountPurchases} from "../../stats/discount-purchases.ts";
import {fitBgNbd} from "../../stats/fit-bg-nbd.ts";
import {fitParetoNbd} from "../../stats/fit-pareto-nbd.ts";
import {paretoNbd} from "../../stats/pareto-nbd.ts";
import {RandomStream} from "../../stats/random/random-stream.ts";
import {scoreCustomers} from "../../stats/score-customers.ts";
import {round} from "./run-command.ts";
import {type Population, simulatePurchases} from "./simulate-purchases.ts";

const WEEKS_PER_DAY = 1 / 7;
const populations = {
  bgNbd: {model: "bg-nbd", params: {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426}},
  paretoNbd: {model: "pareto-nbd", params: {r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669}},
} satisfies Record<string, Population>;

/** Seconds to fit 200,000 customers and to score a million, who all have a history of up to two years in days. */
export function measureBtyd(): Record<string, number> {
  const toFit = simulate(populations.bgNbd, 200_000);
  const toFitPareto = simulate(populations.paretoNbd, 200_000);
  const toScore = simulate(populations.bgNbd, 1_000_000);
  const columns = {
    frequency: Int32Array.from(toScore, (row) => row.frequency),
    ageAtLastPurchase: Float64Array.from(toScore, (row) => row.ageAtLastPurchase),
    age: Float64Array.from(toScore, (row) => row.age),
  };
  const horizons = [discountPurchases(6), discountPurchases(12)];
  return {
    fitBgNbdSeconds: time(() => fitBgNbd(toFit)),
    fitParetoNbdSeconds: time(() => fitParetoNbd(toFitPareto)),
    scoreBgNbdSeconds: time(() => scoreCustomers(bgNbd, populations.bgNbd.params, columns, horizons)),
    scoreParetoNbdSeconds: time(() => scoreCustomers(paretoNbd, populations.paretoNbd.params, columns, horizons)),
  };
}

function simulate(population: Population, count: number): PurchaseRow[] {
  const random = new RandomStream(1, "bench-btyd");
  return Array.from({length: count}, () =>
    simulatePurchases(population, random.integer(1, 730) * WEEKS_PER_DAY, random, WEEKS_PER_DAY),
  );
}

function time(work: () => unknown): number {
  const started = performance.now();
  work();
  return round((performance.now() - started) / 1000);
}
