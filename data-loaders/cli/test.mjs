// `npm test`: the checks of package.json, two at a time, each with one line, then the tests; all run, whatever fails.
// `npm test -- tests/src` runs those tests alone, `npm run test:slow` the slow ones.
import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {delimiter, join} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {ensureInstalled, repository} from "./install.mjs";

const {scripts} = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
const checks = Object.entries(scripts).filter(([name]) => name.startsWith("check:"));

ensureInstalled();
const args = process.argv.slice(2);
const failed = [];
// Whoever names files or options wants those tests alone.
if (args.length === 0) await Promise.all([runChecks(), runChecks()]);

// vitest's own last lines are held back, so that they are the last of all.
let closing = "";
const vitest = join(repository, "node_modules/vitest/vitest.mjs");
const tests = await run(process.execPath, [vitest, "run", ...args], {
  onLine(line) {
    if (closing || /^\s*Test Files\s/.test(stripVTControlCharacters(line))) closing += line;
    else process.stdout.write(line);
  },
});
report("tests", tests.ok, tests.seconds);
if (failed.length > 0) console.log(`\nfailed: ${failed.join(", ")}`);
process.stdout.write(`\n${closing}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs checks one after another while there are any that nobody runs. */
async function runChecks() {
  for (let next = checks.shift(); next; next = checks.shift()) {
    const [script, command] = next;
    const {ok, seconds, output} = await run(command, [], {shell: true});
    report(script.slice("check:".length), ok, seconds);
    if (!ok) console.log(output.trimEnd());
  }
}

function report(name, ok, seconds) {
  console.log(`${ok ? "✔" : "✘"} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) failed.push(name);
}

/** Runs a command, which finds the tools of node_modules; its output is kept, or given away line by line. */
function run(command, args, {shell = false, onLine} = {}) {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: repository,
    shell,
    env: {
      ...(process.stdout.isTTY ? {FORCE_COLOR: "1"} : {NO_COLOR: "1"}),
      ...process.env,
      PATH: join(repository, "node_modules/.bin") + delimiter + process.env.PATH,
    },
    stdio: ["ignore", "pipe", onLine ? "inherit" : "pipe"],
  });
  let output = "";
  let rest = "";
  const keep = (text) => {
    output += text;
  };
  const pass = (text) => {
    const lines = (rest + text).split(/(?<=\n)/);
    rest = lines.at(-1).endsWith("\n") ? "" : lines.pop();
    for (const line of lines) onLine(line);
  };
  child.stdout.setEncoding("utf8").on("data", onLine ? pass : keep);
  child.stderr?.setEncoding("utf8").on("data", keep);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      if (rest) onLine(rest);
      resolve({ok: code === 0, seconds: (performance.now() - start) / 1000, output});
    });
  });
}
