import {copyFile, cp, mkdir, symlink} from "node:fs/promises";
import {join, resolve} from "node:path";
import {vendoredFile} from "./vendored.ts";

/** Where the libraries of a project's pages lie once they are bundled. */
export const libraryCacheOf = (projectRoot: string) => join(projectRoot, "src/.observablehq/cache");

/** Copies the pages and their loaders, without Framework's cache: what a preview left there is not part of a build. */
export async function copySources(from: string, to: string): Promise<void> {
  const cache = join(from, ".observablehq");
  await cp(from, to, {recursive: true, filter: (path) => path !== cache});
}

/** Lets a cache use the libraries of another one; they are too large to copy, and nobody changes them in place. */
export async function linkLibraries(from: string, to: string): Promise<void> {
  await mkdir(to, {recursive: true});
  await symlink(resolve(from, "_npm"), join(to, "_npm"), "junction");
  await copyFile(join(from, vendoredFile), join(to, vendoredFile));
}
