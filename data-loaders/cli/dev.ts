import {spawn} from "node:child_process";
import {watch} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {defaultConfig, projectRoot} from "../project.ts";
import {startPreview} from "../site/preview.ts";
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
  watchSources([join(projectRoot, "data-loaders"), join(projectRoot, "src"), dirname(resolve(config))], () =>
    refresh(config),
  );
  await preview.ended;
}

/** Runs in a process of its own, so that edited TypeScript is read again. */
function refresh(config: string): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [
      "--no-warnings",
      "--import",
      join(projectRoot, "data-loaders/cli/register.mjs"),
      join(projectRoot, "data-loaders/cli/main.ts"),
      "refresh",
      "--config",
      config,
    ],
    {stdio: ["ignore", "inherit", "inherit"], cwd: projectRoot},
  );
  return new Promise((done) => child.once("exit", (code) => done(code === 0)));
}

/** Calls `changed` after edits have settled, never twice at once; edits during a call are answered by one more. */
function watchSources(folders: readonly string[], changed: () => Promise<unknown>): void {
  let isBusy = false;
  let isAgain = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    if (isBusy) {
      isAgain = true;
      return;
    }
    isBusy = true;
    do {
      isAgain = false;
      await changed();
    } while (isAgain);
    isBusy = false;
  };
  const onEdit = (_event: string, name: string | null) => {
    if (!name || !/\.(sql|ts)$/.test(name) || name.includes(".observablehq") || name.includes("node_modules")) return;
    clearTimeout(timer);
    timer = setTimeout(run, 80);
  };
  for (const folder of new Set(folders)) watch(folder, {recursive: true}, onEdit);
}
