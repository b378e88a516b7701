// Loaded with `node --import` before any command: runs TypeScript, and resolves the `npm:` specifiers that pages use to
// the packages that the lockfile pins, so that one copy of each library serves the browser and the build.
import {register} from "node:module";
import "tsx";

const hook = `
export function resolve(specifier, context, next) {
  return next(specifier.startsWith("npm:") ? specifier.slice(4).replace(/@\\d[^/]*/, "") : specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hook)}`, import.meta.url);
