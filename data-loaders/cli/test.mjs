// `npm test`: every check, each with one line; the tests come last, and so do their counts.
// `npm test -- tests/src` runs those tests alone, `node data-loaders/cli/test.mjs --mode slow` the slow ones.
import {spawn} from "node:child_process";
import {join} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {ensureInstalled, repository} from "./install.mjs";

const checks = [
  {name: "types", bin: "@typescript/native/bin/tsc", args: []},
  {name: "lint", bin: "@biomejs/biome/bin/biome", args: ["check", "--error-on-warnings", "--max-diagnostics=20"]},
  {
    name: "boundaries",
    bin: "dependency-cruiser/bin/dependency-cruise.mjs",
    args: ["--config", ".dependency-cruiser.cjs", "data-loaders", "src", "docs", "tests", "observablehq.config.ts"],
  },
  {name: "dead code", bin: "knip/bin/knip.js", args: ["--no-progress"]},
];

ensureInstalled();
const args = process.argv.slice(2);
const failed = [];
// Options and files are for the tests: whoever names some wants those alone.
if (args.length === 0) {
  for (const {name, bin, args} of checks) {
    const {ok, seconds, output} = await run(bin, args);
    report(name, ok, seconds);
    if (!ok) {
      failed.push(name);
      console.log(output.trimEnd());
    }
  }
}

// vitest's own last lines are held back, so that they are the last of all.
let closing = "";
const tests = await run("vitest/vitest.mjs", ["run", ...args], (line) => {
  if (closing || /^\s*Test Files\s/.test(stripVTControlCharacters(line))) closing += line;
  else process.stdout.write(line);
});
report("tests", tests.ok, tests.seconds);
if (!tests.ok) failed.push("tests");
if (failed.length > 0) console.log(`failed: ${failed.join(", ")}`);
process.stdout.write(`\n${closing}`);
process.exitCode = failed.length > 0 ? 1 : 0;

function report(name, ok, seconds) {
  console.log(`${ok ? "✔" : "✘"} ${name} (${seconds.toFixed(1)} s)`);
}

/** Runs a tool of node_modules; its output is kept, or given away line by line. */
function run(bin, args, onLine) {
  const start = performance.now();
  const colors = process.stdout.isTTY ? {FORCE_COLOR: "1"} : {};
  const child = spawn(process.execPath, [join(repository, "node_modules", bin), ...args], {
    cwd: repository,
    env: {...colors, ...process.env},
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let rest = "";
  const take = (text) => {
    if (!onLine) output += text;
    else {
      const lines = (rest + text).split(/(?<=\n)/);
      rest = lines.at(-1).endsWith("\n") ? "" : lines.pop();
      lines.forEach(onLine);
    }
  };
  child.stdout.setEncoding("utf8").on("data", take);
  child.stderr.setEncoding("utf8").on("data", onLine ? (text) => process.stderr.write(text) : take);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      if (rest) onLine?.(rest);
      resolve({ok: code === 0, seconds: (performance.now() - start) / 1000, output});
    });
  });
}
