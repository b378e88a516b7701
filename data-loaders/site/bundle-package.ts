import {posix} from "node:path";
import {build, type Plugin} from "esbuild";
import {policyPatches} from "./policy-patches.ts";

export interface BundleOptions {
  projectRoot: string;
  name: string;
  /** The output, relative to the cache of packages, for example `d3@7.9.0/_esm.js`. */
  path: string;
  /** Package name to output of the packages that this one must import instead of carry. */
  external: Map<string, string>;
}

/**
 * Bundles one installed package into one ES module for browsers. The bytes depend on the package alone, not on where
 * the project lies.
 */
export async function bundlePackage({projectRoot, name, path, external}: BundleOptions): Promise<Uint8Array> {
  const result = await build({
    absWorkingDir: projectRoot,
    stdin: {contents: `export * from ${JSON.stringify(name)};`, resolveDir: projectRoot},
    bundle: true,
    format: "esm",
    platform: "browser",
    target: ["es2022", "chrome96", "firefox96", "safari16"],
    conditions: ["production"],
    define: {"process.env.NODE_ENV": '"production"'},
    minify: true,
    legalComments: "eof",
    preserveSymlinks: true, // else licence comments could carry a path outside the project
    charset: "utf8",
    write: false,
    logLevel: "silent",
    plugins: [importShared(name, path, external), policyPatches],
  });
  return result.outputFiles[0]!.contents;
}

function importShared(name: string, path: string, external: Map<string, string>): Plugin {
  return {
    name: "import-shared",
    setup({onResolve}) {
      onResolve({filter: /^[^./]/}, ({path: specifier}) => {
        const target = specifier === name ? undefined : external.get(specifier);
        return target === undefined ? undefined : {path: relative(path, target), external: true};
      });
    },
  };
}

function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}
