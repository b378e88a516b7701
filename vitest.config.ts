import {defineConfig} from "vitest/config";
import RunOrder from "./tests/run-order.ts";

const suites: Record<string, {include: string[]; testTimeout: number}> = {
  test: {include: ["tests/**/*.test.ts"], testTimeout: 20_000},
  // `npm run test:slow` and `npm run test:faults`: minutes, gigabytes, killed processes, full disks.
  slow: {include: ["tests/slow/**/*.test.ts"], testTimeout: 600_000},
  faults: {include: ["tests/faults/**/*.test.ts"], testTimeout: 300_000},
};

export default defineConfig(({mode}) => {
  const {include, testTimeout} = suites[mode] ?? suites.test!;
  return {
    resolve: {
      // One copy of each library: `npm:d3`, `npm:d3@7` and `npm:d3@7/src/x.js` are the packages that the lockfile pins.
      alias: [{find: /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@[^/]+)?/, replacement: "$1"}],
    },
    test: {
      include,
      exclude: mode === "test" ? ["tests/slow/**", "tests/faults/**"] : [],
      testTimeout,
      hookTimeout: testTimeout,
      maxWorkers: 2,
      sequence: {sequencer: RunOrder},
      globalSetup: "tests/site/run-folder.ts",
      // A process for each file would start, and load the same modules, two hundred times.
      isolate: false,
      setupFiles: "tests/undo-stubs.ts",
      // Slow tests and faults say how much they tried.
      ...(mode === "test" ? {silent: "passed-only" as const} : {maxWorkers: 1, fileParallelism: false}),
    },
  };
});
