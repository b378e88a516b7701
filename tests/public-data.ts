import {existsSync} from "node:fs";
import {join, resolve} from "node:path";

const repository = join(import.meta.dirname, "..");

/**
 * Finds a file of the public data sets that lie beside the repository, or in the folder `MUDAVIM_TEST_DATA`; says so where
 * it is missing:
 *
 *     const file = findPublicData("online-retail/online-retail.csv.gz");
 *     describe.skipIf(!file)("Online Retail", …)
 */
export function findPublicData(
  path: string,
  folder = process.env.MUDAVIM_TEST_DATA ?? join(repository, "../shared/data"),
  warn = (message: string) => void process.stderr.write(`${message}\n`),
): string | undefined {
  const file = resolve(folder, path);
  if (existsSync(file)) return file;
  warn(`SKIPPED, what needs ${path}: it is not in ${folder}; name its folder with MUDAVIM_TEST_DATA`);
  return undefined;
}
