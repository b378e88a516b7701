import {createRequire} from "node:module";

/** Requires a package as Framework itself would, to get the same instance. */
export const frameworkRequire = createRequire(
  createRequire(import.meta.url).resolve("@observablehq/framework/dist/build.js"),
);
