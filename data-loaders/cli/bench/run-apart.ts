import {execFile} from "node:child_process";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {promisify} from "node:util";
import {projectRoot} from "../../project.ts";

/** Calls a function of a module of this folder in a process of its own, so that its memory is its own. */
export async function runApart(
  module: string,
  name: string,
  ...args: readonly unknown[]
): Promise<Record<string, number>> {
  const urlOf = (path: string) => JSON.stringify(pathToFileURL(join(projectRoot, "data-loaders/cli", path)).href);
  const code = `await import(${urlOf("register.mjs")});
    const module = await import(${urlOf(`bench/${module}`)});
    console.log(JSON.stringify(await module[${JSON.stringify(name)}](...${JSON.stringify(args)})));`;
  const {stdout} = await promisify(execFile)(process.execPath, ["--no-warnings", "--input-type=module", "-e", code]);
  return JSON.parse(stdout) as Record<string, number>;
}
