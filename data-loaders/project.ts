import {join} from "node:path";

/** The folder that holds `data-loaders/` and `src/`. */
export const projectRoot = join(import.meta.dirname, "..");

/** Options of Node for a process of its own that runs this project's TypeScript. */
export const typeScriptOptions = ["--no-warnings", "--import", join(projectRoot, "data-loaders/cli/register.mjs")];

/** Starts a module of this project in a process of its own: give `fork` this, and the module's path before its arguments. */
export const childProgram = join(projectRoot, "data-loaders/cli/child.mjs");

/** Everything that must not leave this machine: stored tables, generated files, rejects. Git ignores it. */
export const privateFolder = join(projectRoot, ".private");

/** The configuration that commands read unless `--config` names another. */
export const defaultConfig = join(projectRoot, "data-loaders/shop.config.ts");
