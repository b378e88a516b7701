import {cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../data-loaders/project.ts";

const edited = ["models", "staging"];

/** A project whose table definitions are copies that a test may edit; all other code is this project's. */
export function makeProject(root: string): string {
  mkdirSync(join(root, "data-loaders"), {recursive: true});
  for (const entry of readdirSync(join(projectRoot, "data-loaders")))
    if (!edited.includes(entry))
      symlinkSync(join(projectRoot, "data-loaders", entry), join(root, "data-loaders", entry));
  for (const folder of [...edited.map((entry) => `data-loaders/${entry}`), "src/data"])
    cpSync(join(projectRoot, folder), join(root, folder), {recursive: true});
  return root;
}

/** Replaces text in a file of a project; it must be there. */
export function editFile(root: string, file: string, old: string, replacement: string): void {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(old)) throw new Error(`${file} does not contain ${old}`);
  writeFileSync(path, text.replace(old, replacement));
}
