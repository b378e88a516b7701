import {readdir, utimes} from "node:fs/promises";
import {join} from "node:path";

/**
 * Sets the modification time of every file in a folder to the start of a day (UTC), leaving links alone. Framework
 * writes these times into pages and hashes, and takes a cached output for fresh if it is as new as its loader.
 */
export async function freezeTimes(folder: string, day: string): Promise<void> {
  const time = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) throw new Error(`invalid day: ${JSON.stringify(day)}`);
  await visit(folder);

  async function visit(parent: string): Promise<void> {
    for (const entry of await readdir(parent, {withFileTypes: true})) {
      const path = join(parent, entry.name);
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile()) await utimes(path, time, time);
    }
  }
}
