import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {inject} from "vitest";
import {LockedError, withLock} from "../../data-loaders/site/lock.ts";

/**
 * What the tests of a run share is made once, by whichever test asks first; the others wait for it.
 *
 * @param name a file name
 * @returns what came of it, as JSON keeps it
 */
export async function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const done = join(inject("runFolder"), `${name}.json`);
  while (!existsSync(done)) {
    try {
      await withLock(join(inject("runFolder"), `${name}.lock`), async () => {
        if (!existsSync(done)) writeFileSync(done, JSON.stringify(await make()));
      });
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      await delay(100);
    }
  }
  return JSON.parse(readFileSync(done, "utf8"));
}
