import {route} from "@observablehq/framework/dist/route.js";

/** The languages of loaders: ours (observablehq.config.ts), then Framework's. */
const interpreters = [".sql", ".ts", ".js", ".py", ".r", ".R", ".rs", ".go", ".java", ".jl", ".php", ".sh", ".exe"];

/** Finds the file or the loader for a target path without its extension, as Framework does. */
export function frameworkRoute(root: string, path: string, extension: string) {
  return route(root, path, [extension, ...interpreters.map((interpreter) => extension + interpreter)]);
}
