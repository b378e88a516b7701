import {readdir} from "node:fs/promises";
import {join} from "node:path";

/** Lists the files below a folder by their paths from it, sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  await visit("");
  return files.sort();

  async function visit(path: string): Promise<void> {
    for (const entry of await readdir(join(folder, path), {withFileTypes: true})) {
      const name = path ? `${path}/${entry.name}` : entry.name;
      if (entry.isDirectory()) await visit(name);
      else files.push(name);
    }
  }
}
