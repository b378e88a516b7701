import {execFileSync, spawnSync} from "node:child_process";
import {chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {delimiter, dirname, join} from "node:path";
import {beforeAll, describe, expect, inject, it} from "vitest";
import {projectRoot} from "../../../data-loaders/project.ts";
import {getIndex} from "../../../data-loaders/releases/release-index.ts";
import {verifyReleases} from "../../../data-loaders/releases/verify-releases.ts";
import {writeShop} from "../../helpers/make-shop.ts";
import {formatDay, parseDay} from "../../oracle/calendar.ts";
import {cleanEnv, cloneProject, commitProject, copyProject} from "../../site/project-copy.ts";
import {readYaml} from "./read-yaml.ts";

// The steps of the workflows, run by bash in the order in which a host runs them, in a fresh clone each time. What is
// otherwise than there: `npm ci` links the packages of this repository, `npm test` does nothing, the day is given, a bucket
// is a folder, and what would be sent to the host as a comment is kept.

const root = join(inject("runFolder"), "ci examples");
const [origin, bin, data, sent] = ["origin", "bin", "data", "sent"].map((name) => join(root, name)) as [
  string,
  string,
  string,
  string,
];
let base: string;
const heads: Record<string, string> = {};

const tools: Record<string, string> = {
  npm: `#!/usr/bin/env bash
case " $* " in
  " test ") exit ;;
  " ci "*)
    prefix=.
    [[ "$*" =~ --prefix\\ ([^ ]+) ]] && prefix="\${BASH_REMATCH[1]}"
    ln -sfn ${JSON.stringify(join(projectRoot, "node_modules"))} "$prefix/node_modules"
    exit ;;
esac
exec ${findOnPath("npm")} "$@"
`,
  date: `#!/usr/bin/env bash\n[ "$*" = +%F ] && echo "$TODAY"\n`,
  gh: `#!/usr/bin/env bash\necho "gh $*" >> ${JSON.stringify(join(sent, "log"))}
[ "$1 $2 $4" = "pr comment --body-file" ] && cp "$5" ${JSON.stringify(join(sent, "comment.md"))}
`,
  curl: `#!/usr/bin/env bash\necho "curl $*" >> ${JSON.stringify(join(sent, "log"))}
[[ "$*" =~ --data-urlencode\\ body@([^ ]+) ]] && cp "\${BASH_REMATCH[1]}" ${JSON.stringify(join(sent, "comment.md"))}
`,
  aws: `#!/usr/bin/env node
const {cpSync, existsSync, mkdirSync} = require("node:fs");
const {relative} = require("node:path");
const [s3, sync, ...rest] = process.argv.slice(2);
const [from, to] = rest.slice(0, 2).map((name) => name.replace("s3://", ${JSON.stringify(`${root}/buckets/`)}));
const left = rest.filter((_, i) => rest[i - 1] === "--exclude").map((glob) => new RegExp("^" + glob.replaceAll(".", "[.]").replaceAll("*", ".*") + "$"));
if (s3 !== "s3" || sync !== "sync" || rest.length % 2) process.exit(2);
for (const folder of [from, to]) if (folder.includes("/buckets/")) mkdirSync(folder, {recursive: true});
cpSync(from, to, {recursive: true, filter: (path) => !left.some((glob) => glob.test(relative(from, path)))});
`,
};

function findOnPath(name: string): string {
  return execFileSync("bash", ["-c", `command -v ${name}`], {encoding: "utf8"}).trim();
}

const firstDay = parseDay("2024-10-02");

/** Forty customers who order every so many days; as it is known in June, with an order of April that came late. */
function writeData(lastDay: string): void {
  const lines = Array.from({length: 40}, (_, i) =>
    Array.from({length: 30}, (_, n) => firstDay + 3 * i + n * (11 + 5 * (i % 9)))
      .filter((day) => day <= parseDay(lastDay))
      .map((day) => ({
        order: `c${i}-${day}`,
        customer: `c${i}`,
        at: formatDay(day),
        amount: 10_000 * (1 + (day % 50)),
      })),
  ).flat();
  const last = {order: `last-${lastDay}`, customer: "c1", at: lastDay, amount: 10_000};
  const late = {order: "late", customer: "c1", at: "2025-04-10", amount: 70_000};
  writeShop(data, {
    lines: [...lines, last, ...(lastDay > "2025-06" ? [late] : [])].map((line) => ({...line, lineNo: 1})),
  });
}

beforeAll(() => {
  for (const folder of [bin, data, sent]) mkdirSync(folder, {recursive: true});
  for (const [name, text] of Object.entries(tools)) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  copyProject(origin);
  cpSync(join(projectRoot, ".gitignore"), join(origin, ".gitignore"));
  writeFileSync(
    join(origin, "data-loaders/shop.config.ts"),
    `import {defineConfig} from "./config/define-config.ts";
import {csv} from "./sources/csv.ts";
export default defineConfig({
  name: "Scratch",
  alerts: {unusual: false, lowestGrade: "D"},
  sources: {order_lines: csv({path: \`\${process.env.SHOP_DATA}/order-lines.csv\`})},
});
`,
  );
  commitProject(origin);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@shop.example", ...args], {
      cwd: origin,
      encoding: "utf8",
    }).trim();
  base = git("rev-parse", "HEAD");
  const edits: [branch: string, from: string, to: string][] = [
    ["other-figures", "CAST(gross_revenue AS", "CAST(2 * gross_revenue AS"],
    ["same-figures", "CAST(gross_revenue AS", "CAST(1 * gross_revenue AS"],
  ];
  for (const [branch, from, to] of edits) {
    git("checkout", "--quiet", "-b", branch, base);
    const file = join(origin, "src/data/monthly-sales.arrow.sql");
    const source = readFileSync(file, "utf8");
    expect(source).toContain(from);
    writeFileSync(file, source.replace(from, to));
    git("commit", "--quiet", "--all", "--message", branch);
    heads[branch] = git("rev-parse", "HEAD");
  }
});

/** A fresh clone at a commit, with what the host puts into the environment. */
function checkOut(commit: string, variables: Record<string, string>) {
  const folder = join(root, `runner-${readdirSync(root).length}/the clone`);
  mkdirSync(dirname(folder), {recursive: true});
  cloneProject(origin, folder);
  execFileSync("git", ["checkout", "--quiet", commit], {cwd: folder});
  const {PATH, ...env} = cleanEnv();
  return {
    folder,
    env: {
      ...{...env, PATH: [bin, PATH].join(delimiter), CI: "true", SHOP_DATA: data},
      ...{GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: "*"},
      ...variables,
    } as Record<string, string>,
  };
}

function runBash(script: string, flags: string, {folder, env}: ReturnType<typeof checkOut>) {
  const file = join(dirname(folder), "script.sh");
  writeFileSync(file, script);
  const {status, stdout, stderr} = spawnSync("bash", [flags, file], {cwd: folder, env, encoding: "utf8"});
  return {code: status, output: stdout + stderr};
}

interface Step {
  uses?: string;
  run?: string;
  if?: string;
  id?: string;
  with?: Record<string, string>;
  "continue-on-error"?: string;
}

/** Runs the one job of a workflow of GitHub Actions. */
function runGithub(name: string, commit: string, context: Record<string, string>, today: string) {
  const workflow = readYaml(readFileSync(join(projectRoot, "docs/examples/ci", name), "utf8")) as unknown as {
    jobs: Record<string, {env: Record<string, string>; steps: Step[]}>;
  };
  const {env: own, steps} = Object.values(workflow.jobs)[0]!;
  const substitute = (text: string) =>
    text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, path: string) => {
      if (!(path in context)) throw new Error(`${name}: unknown expression ${path}`);
      return context[path]!;
    });
  const variables = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, substitute(value)]));
  const runner = checkOut(commit, {...variables, TODAY: today});
  const artifacts = join(dirname(runner.folder), "artifacts");
  for (const file of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV"]) {
    runner.env[file] = join(dirname(runner.folder), file);
    writeFileSync(runner.env[file], "");
  }
  runner.env.GITHUB_ACTIONS = "true";
  let hasFailed = false;
  const log: {step: string; code: number | null; output: string}[] = [];
  const outcomes: Record<string, string> = {};
  const isWanted = (condition = "success()") => {
    if (condition === "failure()") return hasFailed;
    const [, id, outcome] = /^steps\.(\w+)\.outcome == '(\w+)'$/.exec(condition) ?? [];
    if (!id && condition !== "success()") throw new Error(`${name}: unknown condition ${condition}`);
    return !hasFailed && (!id || outcomes[id] === outcome);
  };
  for (const step of steps) {
    if (!isWanted(step.if)) continue;
    if (step.uses?.startsWith("actions/upload-artifact@")) {
      const path = join(runner.folder, step.with!.path!);
      if (existsSync(path)) cpSync(path, join(artifacts, step.with!.path!), {recursive: true});
      else if (step.with!["if-no-files-found"] !== "ignore") throw new Error(`${name}: no ${path}`);
    } else if (step.uses) expect(step.uses).toMatch(/^actions\/(checkout|setup-node)@v\d+$/);
    else {
      const {code, output} = runBash(substitute(step.run!), "-e", runner);
      log.push({step: step.run!.split("\n")[0]!, code, output});
      if (step.id) outcomes[step.id] = code ? "failure" : "success";
      if (code && !step["continue-on-error"]) hasFailed = true;
    }
  }
  return {...runner, artifacts, log, hasFailed, last: log.at(-1)!};
}

/** Runs a job of GitLab CI: variables of the project go before those of the file. */
function runGitlab(job: string, commit: string, given: Record<string, string>) {
  const jobs = readYaml(readFileSync(join(projectRoot, "docs/examples/ci/gitlab-ci.yml"), "utf8")) as unknown as {
    variables: Record<string, string>;
  } & Record<string, {script: string[]}>;
  const runner = checkOut(commit, {...jobs.variables, GITLAB_CI: "true", ...given});
  // A runner sets both; every line is a command of one shell.
  const {code, output} = runBash(`set -eo pipefail\n${jobs[job]!.script.join("\n")}\n`, "--noprofile", runner);
  return {...runner, code, output};
}

const key = "a key for the tests of workflows";
const comment = () => readFileSync(join(sent, "comment.md"), "utf8");
const lastSent = () => readFileSync(join(sent, "log"), "utf8").trim().split("\n").at(-1)!;

describe("github-pull-request.yml", () => {
  it("tells what a change does to the figures, shows the site, and fails since nobody declared it", () => {
    writeData("2025-05-31");
    const context = {
      "secrets.MUDAVIM_KEY": key,
      "github.token": "token",
      "github.event.pull_request.base.sha": base,
      "github.event.pull_request.number": "17",
    };
    const {log, hasFailed, last, artifacts} = runGithub(
      "github-pull-request.yml",
      heads["other-figures"]!,
      context,
      "2025-06-01",
    );
    expect([hasFailed, last.code, last.output.trim()]).toEqual([
      true,
      1,
      "figures changed: declare a new definitionVersion, or mend the change",
    ]);
    expect(log.slice(0, -1).map(({code, output}) => (code ? output : code))).toEqual([0, 0, 0, expect.any(String), 0]);
    expect(lastSent()).toBe("gh pr comment 17 --body-file diff.md --edit-last --create-if-none");
    expect(comment()).toMatch(/^\| 2025-05 \| .*\| gross_revenue \| \d.* \| \*\*unexplained\*\* \|$/m);
    expect(comment()).toContain("<summary>monthly-sales: ");
    expect(existsSync(join(artifacts, "preview/en/report/2025-05.html"))).toBe(true);
  });
});

describe("gitlab-ci.yml", () => {
  it("preview: tells that a change changes no figure, and succeeds", () => {
    writeData("2025-05-31");
    const {code, output, folder} = runGitlab("preview", heads["same-figures"]!, {
      MUDAVIM_KEY: key,
      COMMENT_TOKEN: "token",
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      CI_API_V4_URL: "https://gitlab.example/api/v4",
      CI_PROJECT_ID: "3",
      CI_MERGE_REQUEST_IID: "5",
    });
    expect([code, code ? output : ""]).toEqual([0, ""]);
    expect(lastSent()).toMatch(/^curl .* https:\/\/gitlab\.example\/api\/v4\/projects\/3\/merge_requests\/5\/notes$/);
    expect(comment()).toMatch(/\*\*no published figure changed, in \d+ tables\*\*/);
    expect(existsSync(join(folder, "preview/index.html"))).toBe(true);
  });

  it("preview: fails after its comment where a figure changed", () => {
    const {code} = runGitlab("preview", heads["other-figures"]!, {
      MUDAVIM_KEY: key,
      COMMENT_TOKEN: "token",
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      CI_API_V4_URL: "https://gitlab.example/api/v4",
      CI_PROJECT_ID: "3",
      CI_MERGE_REQUEST_IID: "6",
    });
    expect(code).toBe(1);
    expect(lastSent()).toContain("/merge_requests/6/");
    expect(comment()).toContain("gross_revenue");
  });

  it("monthly: publishes a release a month, with the state carried from one to the next, and exits with 3 on an alert", async () => {
    const [SITE, STATE] = [join(root, "www/crm"), join(root, "state of crm")];
    const run = (lastDay: string, TODAY: string) => {
      writeData(lastDay);
      return runGitlab("monthly", base, {MUDAVIM_KEY: key, SITE, STATE, TODAY});
    };
    const first = run("2025-05-31", "2025-06-01");
    expect([first.code, first.code ? first.output : ""]).toEqual([0, ""]);
    await expectReleases(SITE, ["2025-05"]);
    expect(readdirSync(STATE)).toContain("releases");

    const second = run("2025-06-30", "2025-09-30");
    expect([second.code, second.code === 3 ? "" : second.output.slice(-1000)]).toEqual([3, ""]);
    await expectReleases(SITE, ["2025-05", "2025-06"]);
    expect(second.output).toMatch(/restated figures: \d+ by late_data\n/);
    expect(readFileSync(join(second.folder, "alerts.md"), "utf8")).toContain("Stale sources");
    expect(JSON.parse(readFileSync(join(second.folder, "alerts.json"), "utf8")).alerts[0].rule).toBe("stale");
  });
});

describe("github-monthly.yml", () => {
  it("publishes a release a month, with the state carried from one to the next, and fails on an alert", async () => {
    const context = {
      "secrets.MUDAVIM_KEY": key,
      "secrets.AWS_ACCESS_KEY_ID": "id",
      "secrets.AWS_SECRET_ACCESS_KEY": "secret",
    };
    const run = (lastDay: string, today: string) => {
      writeData(lastDay);
      return runGithub("github-monthly.yml", base, context, today);
    };
    const site = join(root, "buckets/crm.shop.example");
    const first = run("2025-05-31", "2025-06-01");
    expect([first.hasFailed, first.hasFailed ? first.last.output : ""]).toEqual([false, ""]);
    expect(existsSync(first.artifacts)).toBe(false);
    await expectReleases(site, ["2025-05"]);

    const second = run("2025-06-30", "2025-09-30");
    expect([second.hasFailed, second.last.code]).toEqual([true, 3]);
    expect(second.last.step).toMatch(/^npm run --silent alerts /);
    await expectReleases(site, ["2025-05", "2025-06"]);
    expect(second.log.find(({step}) => step.startsWith("npm run release -- --config"))!.output).toMatch(
      /restated figures: \d+ by late_data\n/,
    );
    expect(readFileSync(second.env.GITHUB_STEP_SUMMARY!, "utf8")).toContain("Stale sources");
    expect(JSON.parse(readFileSync(join(second.artifacts, "alerts.json"), "utf8")).alerts).toHaveLength(1);
    expect(existsSync(join(site, "state"))).toBe(false);
  });
});

/** What readers see: these months, whole, and led to the newest. */
async function expectReleases(folder: string, months: string[]): Promise<void> {
  expect((await verifyReleases(folder)).problems).toEqual([]);
  const {releases, latest} = await getIndex(folder);
  expect(releases.map(({id}) => id.slice(0, 7))).toEqual(months);
  expect(latest).toBe(releases.at(-1)!.id);
  expect(readFileSync(join(folder, "latest/index.html"), "utf8")).toContain(latest!);
}
