import {existsSync, mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Generator} from "../config/source-schema.ts";
import type {Progress} from "./progress.ts";

/** A folder that is being filled. */
interface Filling {
  /** Settles when a file is complete, or nothing more will come. */
  file(name: string): Promise<void>;
}

const fillings = new Map<string, Filling>();

/**
 * The path of a generated file, complete; the generator goes on with others meanwhile. The folder is filled once: a run
 * that was killed leaves it without its mark, and the next one fills it again.
 *
 * @param folder where generators have their folders
 */
export async function generatedFile(
  generator: Generator,
  folder: string,
  name: string,
  progress?: Progress,
): Promise<string> {
  const own = join(folder, generator.key);
  const filling = fillings.get(own) ?? fill(own, generator, progress);
  fillings.set(own, filling);
  await filling.file(name);
  return join(own, name);
}

function fill(folder: string, {key, write}: Generator, progress?: Progress): Filling {
  const mark = join(folder, ".complete");
  if (existsSync(mark)) return {file: async () => {}};
  const end = progress?.start(key);
  mkdirSync(folder, {recursive: true});
  for (const name of readdirSync(folder)) {
    // Left by a run that was killed; a generator that outlived it ends here, too.
    if (name.endsWith(".part")) rmSync(join(folder, name), {force: true});
  }
  const complete = new Set<string>();
  const waiting = new Map<string, () => void>();
  const all = write(folder, (name) => {
    complete.add(name);
    waiting.get(name)?.();
  }).then(() => {
    writeFileSync(mark, "");
    end?.(`${complete.size} files`);
  });
  all.catch(() => {}); // whoever waits for a file is told
  return {
    file: (name) =>
      complete.has(name)
        ? Promise.resolve()
        : Promise.race([all, new Promise<void>((resolve) => void waiting.set(name, resolve))]),
  };
}
