import {spawn} from "node:child_process";
import {dirname, join, resolve} from "node:path";
import {defaultConfig, projectRoot, typeScriptOptions} from "../project.ts";
import {startPreview} from "../site/preview.ts";
import {watchSources} from "../site/watch-sources.ts";
import {UserError} from "../user-error.ts";
import {readArguments} from "./read-arguments.ts";

/**
 * `npm run dev -- --config FILE --port 3000`: the site as it is edited. Framework follows pages; an edit of a model, a
 * published loader, a component or the configuration recomputes what depends on it and reaches the open page by itself.
 */
export default async function dev(args: string[]): Promise<void> {
  const {config = defaultConfig, port} = readArguments(args, {config: {type: "string"}, port: {type: "string"}});
  if (port !== undefined && !/^\d{1,5}$/.test(port))
    throw new UserError(`--port: expected a number, got ${JSON.stringify(port)}`);
  // Loaders that Framework starts by itself read the same configuration.
  process.env.MUDAVIM_CONFIG = resolve(config);
  if (!(await refresh(config))) throw new UserError("the preview starts when the data can be computed");
  const preview = await startPreview({
    projectRoot,
    log: (line) => console.error(line),
    ...(port ? {port: Number(port)} : {}),
  });
  console.error(`preview at ${preview.url} (Ctrl-C ends it)`);
  const folders = [join(projectRoot, "data-loaders"), join(projectRoot, "src")].map((path) => ({path, isDeep: true}));
  const ownFolder = dirname(resolve(config));
  const isInside = folders.some(({path}) => `${ownFolder}/`.startsWith(`${path}/`));
  watchSources(isInside ? folders : [...folders, {path: ownFolder, isDeep: false}], () => refresh(config));
  await preview.ended;
}

/** Runs in a process of its own, so that edited TypeScript is read again. */
function refresh(config: string): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [...typeScriptOptions, join(projectRoot, "data-loaders/cli/main.ts"), "refresh", "--config", config],
    {stdio: ["ignore", "inherit", "inherit"], cwd: projectRoot},
  );
  return new Promise((done) => child.once("exit", (code) => done(code === 0)));
}
