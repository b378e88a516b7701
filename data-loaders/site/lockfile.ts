import {readFile} from "node:fs/promises";
import {join} from "node:path";

interface PackageJson {
  version?: string;
  packages?: Record<string, {version?: string}>;
}

/**
 * Returns the versions of the given packages by the lockfile of the project, after checking that the installed ones
 * are the same: a different one would be bundled under a wrong version.
 */
export async function lockedVersions(projectRoot: string, names: Iterable<string>): Promise<Map<string, string>> {
  const lockfile = await readJson(join(projectRoot, "package-lock.json"));
  const versions = new Map<string, string>();
  for (const name of names) {
    const locked = lockfile.packages?.[`node_modules/${name}`]?.version;
    if (!locked) throw new Error(`package-lock.json: missing package: ${name}`);
    const {version: installed} = await readJson(join(projectRoot, "node_modules", name, "package.json"));
    if (installed !== locked) throw new Error(`${name}: installed ${installed}, locked ${locked}; run npm ci`);
    versions.set(name, locked);
  }
  return versions;
}

async function readJson(file: string): Promise<PackageJson> {
  return JSON.parse(await readFile(file, "utf8")) as PackageJson;
}
