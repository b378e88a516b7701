// `npm run data|build|dev|bench|…`: installs what is missing, then runs the command.
import {findBundle} from "./bundle.mjs";
import {ensureInstalled, repository} from "./install.mjs";

ensureInstalled();
const [command, ...args] = process.argv.slice(2);
const bundle = await openBundle();
if (bundle?.isSound) await bundle.run(command, args);
else {
  await import("./register.mjs");
  await import("./main.ts");
}

async function openBundle() {
  const config = findOption("config") ?? process.env.MUDAVIM_CONFIG ?? `${repository}/data-loaders/shop.config.ts`;
  const path = await findBundle(command, config);
  return path && (await import(path));
}

/** @param {string} name */
function findOption(name) {
  const at = args.findLastIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return at < 0 ? undefined : args[at]?.includes("=") ? args[at].slice(name.length + 3) : args[at + 1];
}
