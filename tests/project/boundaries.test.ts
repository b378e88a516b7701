import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {expect, it} from "vitest";

const repository = join(import.meta.dirname, "../..");
const config = join(repository, ".dependency-cruiser.cjs");
const rules: string[] = createRequire(import.meta.url)(config).forbidden.map(({name}: {name: string}) => name);

/** Runs the tool over a tree of files, as `npm test` runs it over ours. */
function cruise(files: Record<string, string>): {modules: string[]; violations: string[]} {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-boundaries-"));
  try {
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(join(folder, path), source);
    }
    const tool = join(repository, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const {stdout, stderr} = spawnSync(
      process.execPath,
      [tool, "--config", config, "--output-type", "json", "data-loaders", "src", "tests"],
      {cwd: folder, encoding: "utf8"},
    );
    if (!stdout) throw new Error(stderr);
    const {modules, summary} = JSON.parse(stdout) as {
      modules: {source: string}[];
      summary: {violations: {rule: {name: string}; from: string}[]};
    };
    return {
      modules: modules.map(({source}) => source).sort(),
      violations: summary.violations.map(({rule, from}) => `${from}: ${rule.name}`),
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const value = (path: string) => `import {x} from "${path}";\nexport const y = x;\n`;
const type = (path: string) => `import type {X} from "${path}";\nexport type Y = X;\n`;
const leaf = "export const x = 1;\nexport type X = number;\n";

/** What every tree may lean on. */
const leaves = {
  "package.json": JSON.stringify({dependencies: {}, devDependencies: {vitest: "4.1.12"}}),
  "data-loaders/user-error.ts": leaf,
  "data-loaders/config/shop-schema.ts": leaf,
  "data-loaders/entities/entity.ts": leaf,
  "data-loaders/stats/median.ts": leaf,
  "data-loaders/engine/duckdb.ts": leaf,
  "data-loaders/engine/sql-text.ts": leaf,
  "data-loaders/warehouse/model.ts": leaf,
  "data-loaders/sources/ingest.ts": leaf,
  "data-loaders/site/finish.ts": leaf,
  "data-loaders/cli/open-warehouse.ts": leaf,
  "data-loaders/models/persons.ts": leaf,
  "src/components/month.ts": leaf,
  "tests/fixtures.ts": leaf,
};

it("what the rules allow passes, and every file is read", () => {
  const files = {
    ...leaves,
    "data-loaders/sources/csv.ts":
      type("../engine/duckdb.ts") +
      'import {x as a} from "../engine/sql-text.ts";\nimport {x as b} from "../user-error.ts";\nexport const c = a + b;\n',
    "data-loaders/warehouse/warehouse.ts": value("../sources/ingest.ts"),
    "data-loaders/models/orders.ts": value("../warehouse/model.ts") + type("../stats/median.ts"),
    "data-loaders/published.ts": value("./engine/duckdb.ts"),
    "data-loaders/cli/build.ts": value("../site/finish.ts"),
    "src/components/chart.ts": value("./month.ts") + type("../../data-loaders/warehouse/model.ts"),
    "src/data/flows.arrow.ts": value("../../data-loaders/published.ts"),
    // Types may go round: they are erased.
    "src/components/a.ts": `${type("./b.ts")}export type X = 1;\n`,
    "src/components/b.ts": `${type("./a.ts")}export type X = 1;\n`,
    "tests/finish.test.ts": value("../data-loaders/site/finish.ts"),
  };
  const {modules, violations} = cruise(files);
  expect(violations).toEqual([]);
  expect(modules).toEqual(
    Object.keys(files)
      .filter((file) => file.endsWith(".ts"))
      .sort(),
  );
});

/** One breach of every rule: the file named, and what it holds. */
const breaches: Record<string, [file: string, source: string]> = {
  "alerts-are-given-facts": ["data-loaders/alerts/a.ts", value("../sources/ingest.ts")],
  "stats-are-pure": ["data-loaders/stats/mean.ts", value("../user-error.ts")],
  "identity-is-given-accounts": ["data-loaders/identity/link-accounts.ts", value("../sources/ingest.ts")],
  "quality-is-given-sources": ["data-loaders/quality/measure-source.ts", value("../sources/ingest.ts")],
  "engine-knows-no-table": ["data-loaders/engine/lane.ts", value("../warehouse/model.ts")],
  "base-stands-alone": ["data-loaders/config/define-config.ts", value("../sources/ingest.ts")],
  "sources-read-the-world": ["data-loaders/sources/json.ts", value("../warehouse/model.ts")],
  "sources-are-given-an-engine": ["data-loaders/sources/xlsx.ts", value("../engine/duckdb.ts")],
  "warehouse-knows-no-site": ["data-loaders/warehouse/graph.ts", type("../site/finish.ts")],
  "models-compute": ["data-loaders/models/orders.ts", value("../engine/sql-text.ts")],
  "site-knows-no-data": ["data-loaders/site/vendor.ts", type("../warehouse/model.ts")],
  "privacy-looks-at-both-sides": ["data-loaders/privacy/scan-site.ts", value("../site/finish.ts")],
  "releases-are-given-a-site": ["data-loaders/releases/put-release.ts", type("../warehouse/model.ts")],
  "published-is-the-door": ["data-loaders/published.ts", value("./site/finish.ts")],
  "shop-config-declares": ["data-loaders/shop.config.ts", value("./engine/sql-text.ts")],
  "loaders-use-the-door": ["src/[lang]/index.md.ts", type("../../data-loaders/warehouse/model.ts")],
  "browser-takes-types": ["src/components/explore.ts", value("../../data-loaders/warehouse/model.ts")],
  "browser-has-no-node": ["src/components/chart.ts", 'import {join} from "node:path";\nexport const y = join;\n'],
  "only-commands-use-commands": ["data-loaders/audiences/hash.ts", value("../cli/open-warehouse.ts")],
  "private-side-draws-nothing": ["data-loaders/audiences/export.ts", value("../../src/components/month.ts")],
  "nobody-imports-tests": ["data-loaders/cli/bench.ts", value("../../tests/fixtures.ts")],
  "no-development-dependencies": ["data-loaders/cli/data.ts", 'import {it} from "vitest";\nexport const y = it;\n'],
  "no-cycles": ["src/components/about.ts", `${value("./round.ts")}export const x = 1;\n`],
  "everything-resolves": ["src/components/typo.ts", value("./months.ts")],
};

it("every rule catches its breach, and nothing else", () => {
  expect(Object.keys(breaches).sort()).toEqual([...rules].sort());
  const {violations} = cruise({
    ...leaves,
    ...Object.fromEntries(Object.values(breaches)),
    "src/components/round.ts": `${value("./about.ts")}export const x = 1;\n`,
    "node_modules/vitest/package.json": JSON.stringify({name: "vitest", main: "index.js"}),
    "node_modules/vitest/index.js": "exports.it = 1;\n",
  });
  const planted = Object.entries(breaches).map(([rule, [file]]) => `${file}: ${rule}`);
  expect(violations.sort()).toEqual(planted.sort());
});
