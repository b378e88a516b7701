import {join} from "node:path";
import {UserError} from "../user-error.ts";
import {listFiles} from "./list-files.ts";

export interface PageParameters {
  languages: string[];
  months: string[];
}

/**
 * Lists the paths of all pages below a source folder whose name has a parameter: `[lang]/report/[month].md.ts` is one
 * page for each language and month. Framework finds pages without parameters by itself.
 */
export async function listPagePaths(source: string, {languages, months}: PageParameters): Promise<string[]> {
  const values: Record<string, string[]> = {lang: languages, month: months};
  const paths: string[] = [];
  for (const file of await listFiles(source)) {
    const page = /^(.*)\.md(?:\.\w+)?$/.exec(file)?.[1];
    if (!page?.includes("[") || file.startsWith(".")) continue;
    let expanded = [`/${page}`];
    for (const [parameter, name] of page.matchAll(/\[(\w+)\]/g)) {
      const choices = values[name!];
      if (!choices) throw new UserError(`${join("src", file)}: unknown parameter: ${parameter}; use [lang] or [month]`);
      expanded = expanded.flatMap((path) => choices.map((value) => path.replace(parameter, value)));
    }
    paths.push(...expanded);
  }
  return paths;
}
