import {expect, test} from "vitest";
import {type Population, simulatePurchases} from "../../../../data-loaders/cli/bench/simulate-purchases.ts";
import {fitBgNbd} from "../../../../data-loaders/stats/fit-bg-nbd.ts";
import {fitMbgNbd} from "../../../../data-loaders/stats/fit-mbg-nbd.ts";
import {fitParetoNbd} from "../../../../data-loaders/stats/fit-pareto-nbd.ts";
import {RandomStream} from "../../../../data-loaders/stats/random/random-stream.ts";

const RUNS = 100;
const CUSTOMERS = 4000;
const fits = {"bg-nbd": fitBgNbd, "mbg-nbd": fitMbgNbd, "pareto-nbd": fitParetoNbd};

const populations: Population[] = [
  {model: "bg-nbd", params: {r: 0.8, alpha: 6, a: 0.8, b: 2.5}},
  {model: "mbg-nbd", params: {r: 0.8, alpha: 6, a: 0.8, b: 2.5}},
  {model: "pareto-nbd", params: {r: 0.8, alpha: 6, s: 0.8, beta: 12}},
];

// A 95 % interval misses in more than 10 of 100 runs once in 90 times; seeds are fixed.
test.each(populations)("$model: each parameter is inside its interval in at least 90 of 100 runs", (population) => {
  const {model, params} = population;
  const inside = new Map(Object.keys(params).map((name) => [name, 0]));
  for (let run = 0; run < RUNS; run++) {
    const random = new RandomStream(run, `recover-${model}`);
    const rows = Array.from({length: CUSTOMERS}, () =>
      simulatePurchases(population, 26 + 52 * random.uniform(), random),
    );
    const {converged, intervals} = fits[model](rows);
    expect(converged, `run ${run}`).toBe(true);
    for (const [name, truth] of Object.entries(params)) {
      const [low, high] = (intervals as Record<string, [number, number]>)[name]!;
      if (low <= truth && truth <= high) inside.set(name, inside.get(name)! + 1);
    }
  }
  for (const [name, count] of inside) expect(count, `${name} inside in`).toBeGreaterThanOrEqual(0.9 * RUNS);
  process.stderr.write(`${model}: ${JSON.stringify(Object.fromEntries(inside))} of ${RUNS}\n`);
});
