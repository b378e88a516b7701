import {BaseSequencer, type TestSpecification} from "vitest/node";

/**
 * Test files in the order in which no worker waits long: first the one that releases the tiny site, beside it what takes
 * long without it, then the one that builds the plain site, beside it what takes long without that, then what needs either,
 * then the rest.
 */
export default class RunOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a.moduleId) - rank(b.moduleId));
  }
}

const ranks = [
  /\/tests\/site\/tiny-shop\./,
  /\/tests\/data-loaders\/(cli\/bad-input|warehouse\/incremental)\./,
  /\/tests\/site\/failure\./,
  /\/tests\/site\/(dev|privacy|same-bytes)\./,
  /\/tests\/(site|browser)\//,
];

function rank(file: string): number {
  const found = ranks.findIndex((pattern) => pattern.test(file));
  return found < 0 ? ranks.length : found;
}
