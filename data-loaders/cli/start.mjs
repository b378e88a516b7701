// `npm start -- [options]`: from a fresh clone to a site in the browser: install, build (of the demo, unless `--config`
// names another shop), serve.
import {spawn} from "node:child_process";
import {join} from "node:path";
import {ensureInstalled, repository} from "./install.mjs";
import {splitOptions} from "./split-options.mjs";

const {build, serve} = splitOptions(process.argv.slice(2), {
  build: ["config", "private", "out", "base"],
  serve: ["port", "out", "base"],
});
// What one puts there, the other calls a folder.
const folder = serve.map((arg) => arg.replace(/^--out(?==|$)/, "--dir"));

ensureInstalled();
const status = await runBuild();
if (status === 0) {
  // In this process: whoever stops it stops the server.
  process.argv.splice(2, Infinity, "serve", ...folder);
  await import("./register.mjs");
  await import("./main.ts");
} else process.exitCode = status;

/** In a process of its own, so that its memory is given back before the server starts. */
function runBuild() {
  const child = spawn(process.execPath, [join(repository, "data-loaders/cli/mudavim.mjs"), "build", ...build], {
    stdio: "inherit",
  });
  const stop = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  return new Promise((resolve) => {
    child.once("close", (code, signal) => {
      for (const name of ["SIGINT", "SIGTERM"]) process.off(name, stop);
      resolve(signal ? 1 : code);
    });
  });
}
