import {createHash} from "node:crypto";
import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {bundlePackage} from "./bundle-package.ts";
import {findLibraryImports} from "./library-imports.ts";
import {lockedVersions} from "./lockfile.ts";
import {packModule, unpackInWorker} from "./pack-module.ts";
import {forgetClients} from "./remember-clients.ts";
import {replaceFolder} from "./replace-folder.ts";
import {subsetInter} from "./subset-inter.ts";
import {type Vendored, type VendoredFont, vendoredFile} from "./vendored.ts";
import {absentPackages, vendoredPackages} from "./vendored-packages.ts";

const fontPackage = "@fontsource-variable/inter";

/** Bundles the libraries of pages and the subsets of their font, and puts them in the place of what the cache had. */
export async function fillLibraryCache(projectRoot: string, cacheDir: string, key: string): Promise<Vendored> {
  const folder = join(cacheDir, "_npm.filling");
  await rm(folder, {recursive: true, force: true});
  try {
    const versions = await lockedVersions(projectRoot, [...vendoredPackages.map(({name}) => name), fontPackage]);
    const [fonts] = await Promise.all([
      writeFonts(projectRoot, folder, `${fontPackage}@${versions.get(fontPackage)}`),
      writePackages(projectRoot, folder, versions),
      // Framework reads a version from a folder's name; no version of these exists.
      ...absentPackages.map((name) => mkdir(join(folder, `${name}@0.0.0`), {recursive: true})),
    ]);
    const imports = await findLibraryImports(folder);
    await rm(join(cacheDir, vendoredFile), {force: true});
    await replaceFolder(folder, join(cacheDir, "_npm"));
    await forgetClients(cacheDir);
    const vendored = {key, fonts, imports};
    await writeFile(join(cacheDir, vendoredFile), JSON.stringify(vendored));
    return vendored;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function writePackages(projectRoot: string, folder: string, versions: Map<string, string>): Promise<void> {
  const outputs = new Map(vendoredPackages.map(({name}) => [name, `${name}@${versions.get(name)}/_esm.js`]));
  const external = new Map(
    vendoredPackages.filter(({shared = true}) => shared).map(({name}) => [name, outputs.get(name)!]),
  );
  await Promise.all(
    vendoredPackages.map(async ({name, assets = []}) => {
      const path = outputs.get(name)!;
      await write(join(folder, path), await bundlePackage({projectRoot, name, path, external}));
      for (const asset of assets) {
        const source = await readFile(join(projectRoot, "node_modules", name, asset));
        await write(join(folder, dirname(path), asset), await prepareAsset(asset, source));
      }
    }),
  );
}

async function prepareAsset(asset: string, source: Uint8Array): Promise<Uint8Array> {
  if (asset.endsWith(".wasm")) return packModule(source);
  return asset.endsWith(".worker.js") ? unpackInWorker(source) : source;
}

async function writeFonts(projectRoot: string, folder: string, name: string): Promise<VendoredFont[]> {
  const fonts: VendoredFont[] = [];
  for (const {subset, bytes, unicodeRange} of await subsetInter(projectRoot)) {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
    const path = `${name}/${subset}.${hash}.woff2`;
    await write(join(folder, path), bytes);
    fonts.push({path: `/_npm/${path}`, unicodeRange});
  }
  return fonts;
}

async function write(file: string, contents: Uint8Array): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, contents);
}
