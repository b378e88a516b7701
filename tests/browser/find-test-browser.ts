import type {LaunchOptions} from "playwright-core";
import {type FindOptions, findChromium} from "../../data-loaders/site/export/find-chromium.ts";

/**
 * A Chromium for tests. Where none starts, continuous integration fails, and a developer's machine skips what needs one:
 *
 *     const chromium = await findTestBrowser();
 *     describe.skipIf(!chromium)("…", …)
 */
export async function findTestBrowser(
  options: FindOptions & {warn?: (message: string) => void} = {},
): Promise<LaunchOptions | undefined> {
  const {env = process.env, warn = writeError} = options;
  try {
    return await findChromium(options);
  } catch (error) {
    if (env.CI) throw error;
    warn(`SKIPPED, what needs a browser: ${(error as Error).message}`);
    return undefined;
  }
}

/** Straight to the terminal: vitest keeps what passing tests log to itself. */
function writeError(message: string): void {
  process.stderr.write(`${message}\n`);
}
