// Commands start from a program that holds them, the shop's configuration, every table of TypeScript and, to build a site,
// its pages: loading two hundred modules through a hook takes as long as computing a small shop. So do the processes that
// they start: the hook looks at each of the thousand files of jsdom. A program is made anew when one of its files changes.
import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {basename, dirname, join, relative, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {repository} from "./install.mjs";

/** @typedef {{stamps: Record<string, string>, loaders: string[], program: string}} Description */

const MODELS = join(repository, "data-loaders/models");
const SOURCE = join(repository, "src");
const CACHE = join(repository, "node_modules/.cache/mudavim");

/** The commands of each program: who wants data does not wait for pages. */
const PROGRAMS = [["data"], ["build", "release"]];

/**
 * The program that runs a command with a configuration.
 *
 * @param {string} command `data`, `build` …
 * @param {string} config path of the configuration
 * @returns {Promise<string | undefined>} the program's path; undefined for other commands, for a configuration
 * outside of the project, which may mean other packages by the same names, and where no program can be made
 */
export async function findBundle(command, config) {
  const file = resolve(config);
  const commands = PROGRAMS.find((names) => names.includes(command));
  if (!commands || relative(repository, file).startsWith("..")) return undefined;
  return findProgram(
    [file, ...commands],
    () => listLoaders(commands),
    (loaders) => writeEntry(file, loaders, commands),
  );
}

/**
 * The program that runs a module of this project in a process of its own.
 *
 * @param {string} file
 * @returns {Promise<string | undefined>} the program's path; undefined where none can be made
 */
export function findChildBundle(file) {
  return findProgram(
    [file],
    () => [join(repository, "observablehq.config.ts")], // which pages are built by
    (loaders) => `import {carryModules} from "../load-module.ts";
carryModules({${importAll(loaders)}});
await import(${JSON.stringify(file)});
`,
  );
}

/**
 * @param {string[]} key what tells programs apart
 * @param {() => string[]} list modules that the program carries
 * @param {(loaders: string[]) => string} write its first module
 */
async function findProgram(key, list, write) {
  const name = createHash("sha256")
    .update([repository, ...key].join("\0"))
    .digest("hex")
    .slice(0, 16);
  try {
    const loaders = list();
    return (readDescription(name, loaders) ?? (await makeBundle(name, loaders, write(loaders)))).program;
  } catch {
    return undefined; // the slow way tells what is wrong
  }
}

/** @returns {Description | undefined} */
function readDescription(name, present) {
  try {
    const description = JSON.parse(readFileSync(join(CACHE, `${name}.json`), "utf8"));
    const {stamps, loaders} = description;
    const isFresh =
      loaders.join() === present.join() && Object.entries(stamps).every(([file, stamp]) => stampOf(file) === stamp);
    return isFresh ? description : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {Promise<Description>} */
async function makeBundle(name, loaders, contents) {
  const {build} = await import("esbuild");
  const started = Date.now();
  const {outputFiles, metafile} = await build({
    stdin: {
      contents,
      resolveDir: join(repository, "data-loaders/cli"),
      loader: "js",
    },
    bundle: true,
    splitting: true, // a package that is loaded when first needed stays so
    write: false,
    outdir: CACHE,
    outExtension: {".js": ".mjs"},
    metafile: true,
    sourcemap: "external", // read where an error is to be told by its place (source-place.ts)
    sourcesContent: false,
    absWorkingDir: repository,
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "silent",
    plugins: [keepPlaces, keepPackages],
  });
  const files = Object.keys(metafile.inputs)
    .filter((input) => input !== "<stdin>")
    .map((input) => resolve(repository, input));
  if (files.some((file) => statSync(file).mtimeMs >= started)) throw new Error("a file was written while it was read");
  const folder = join(CACHE, `${name}-${started}-${process.pid}`);
  mkdirSync(folder, {recursive: true});
  for (const {path, text} of outputFiles) writeFileSync(join(folder, basename(path)), text);
  const stamps = Object.fromEntries(files.map((file) => [file, stampOf(file)]));
  const description = {stamps, loaders, program: join(folder, "stdin.mjs")};
  writeFileSync(`${folder}.json`, JSON.stringify(description));
  renameSync(`${folder}.json`, join(CACHE, `${name}.json`));
  removeOutdated(name, folder);
  return description;
}

/** A command that runs on an older program may still load parts of it: that one stays for a while. */
function removeOutdated(name, current) {
  for (const entry of readdirSync(CACHE)) {
    const folder = join(CACHE, entry);
    const isOld = entry.startsWith(`${name}-`) && Date.now() - statSync(folder).mtimeMs > 3_600_000;
    if (isOld && folder !== current) rmSync(folder, {recursive: true, force: true});
  }
}

function writeEntry(config, loaders, commands) {
  const run = commands.map((command) => importing(command, `./${command}.ts`));
  return `import {openProgram} from "./bundled-program.ts";
export const {isSound, run} = await openProgram(${JSON.stringify(config)}, {${importAll([config, ...loaders])}}, {${run.join(", ")}});
`;
}

const importing = (name, file) => `${JSON.stringify(name)}: () => import(${JSON.stringify(file)})`;
const importAll = (files) => files.map((file) => importing(file, file)).join(", ");

/** Modules find files beside themselves, as if each were where it was written. */
const keepPlaces = {
  name: "places",
  setup(build) {
    build.onLoad({filter: /\.(ts|mts|js|mjs)$/}, ({path}) => {
      if (path.includes("node_modules")) return undefined;
      const contents = readFileSync(path, "utf8")
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
      return {contents, loader: path.endsWith("ts") ? "ts" : "js"};
    });
  },
};

/** Packages stay where they are, but for the one that consists of many small modules. */
const keepPackages = {
  name: "packages",
  setup(build) {
    build.onResolve({filter: /^[^./]/}, ({path, kind}) => {
      if (kind === "entry-point" || /^zod(\/|$)/.test(path)) return undefined;
      return {path: path.replace(/^npm:/, ""), external: true};
    });
  },
};

function listLoaders(commands) {
  const [folder, isWanted] = commands.includes("data")
    ? [join(SOURCE, "data"), /\.arrow\.ts$/]
    : [SOURCE, /\.(arrow|md|json|csv|tsv|txt|svg|html)\.ts$/];
  const models = readdirSync(MODELS).filter((name) => name.endsWith(".ts"));
  const published = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((path) => isWanted.test(path));
  return [...models.map((name) => join(MODELS, name)), ...published.map((path) => join(folder, path))].sort();
}

function stampOf(file) {
  const {mtimeMs, size} = statSync(file);
  return `${mtimeMs} ${size}`;
}
