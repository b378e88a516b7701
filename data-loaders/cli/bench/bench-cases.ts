import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {projectRoot} from "../../project.ts";
import type {Manifest} from "../../warehouse/manifest.ts";
import {generateAccounts} from "./generate-accounts.ts";
import {generateBaskets} from "./generate-baskets.ts";
import {generateShop} from "./generate-shop.ts";
import {measureBtyd} from "./measure-btyd.ts";
import {measurePage} from "./measure-page.ts";
import type {measureRules} from "./measure-rules.ts";
import {readAlone} from "./read-alone.ts";
import {runApart} from "./run-apart.ts";
import {type Figures, round, runCommand} from "./run-command.ts";
import {storeRetailLines} from "./store-retail-lines.ts";

interface BenchCase {
  name: string;
  /** The same work done by others, as measured on two cores in November 2026; not run here. */
  rival?: {name: string; seconds: number; peakMb?: number};
  run: () => Promise<Record<string, unknown>>;
}

const pandas = "pandas 1.5 + lifetimes + mlxtend";
const onlineRetailConfig = join(projectRoot, "docs/examples/online-retail.config.ts");
const accountsConfig = join(projectRoot, "data-loaders/cli/bench/accounts.config.ts");
const shopConfig = join(projectRoot, "data-loaders/cli/bench/shop.config.ts");

/** What the monthly report tells of who moved. */
const migrationTables = [
  "customer-cube",
  "monthly-sales",
  "segment-migration",
  "segment-sizes",
  "segment-slides",
  "segments",
  "slide-trend",
];

const onlineRetailColumns = {
  InvoiceNo: "VARCHAR",
  StockCode: "VARCHAR",
  Description: "VARCHAR",
  Quantity: "BIGINT",
  InvoiceDate: "TIMESTAMP",
  UnitPrice: "DECIMAL(18, 4)",
  CustomerID: "VARCHAR",
  Country: "VARCHAR",
};

const shopColumns = {
  order_id: "VARCHAR",
  customer_id: "VARCHAR",
  ordered_at: "TIMESTAMP",
  product_id: "VARCHAR",
  quantity: "BIGINT",
  unit_price: "DECIMAL(18, 4)",
  city: "VARCHAR",
  channel: "VARCHAR",
};

export const benchCases: readonly BenchCase[] = [
  {
    name: "online-retail",
    rival: {name: pandas, seconds: 10.5, peakMb: 311},
    run: () =>
      withOnlineRetail(async (file) => {
        const figures = await coldAndUnchanged("data", onlineRetailConfig, {ONLINE_RETAIL_CSV: file});
        return {...figures, floorSeconds: await readAlone(file, onlineRetailColumns)};
      }),
  },
  {
    name: "online-retail-migration",
    run: () =>
      withOnlineRetail((file) =>
        coldAndUnchanged("data", onlineRetailConfig, {ONLINE_RETAIL_CSV: file}, ["--tables", migrationTables.join()]),
      ),
  },
  {
    name: "online-retail-site",
    rival: {name: "Evidence 40.1, two pages", seconds: 163, peakMb: 3100},
    run: () => withOnlineRetail((file) => coldAndUnchanged("build", onlineRetailConfig, {ONLINE_RETAIL_CSV: file})),
  },
  {
    name: "shop-5m-lines",
    rival: {name: pandas, seconds: 208, peakMb: 7600},
    async run() {
      const file = await generateShop();
      const figures = await coldAndUnchanged("data", shopConfig, {BENCH_SHOP_CSV: file});
      return {...figures, floorSeconds: await readAlone(file, shopColumns)};
    },
  },
  {
    name: "shop-5m-migration",
    run: async () =>
      coldAndUnchanged("data", shopConfig, {BENCH_SHOP_CSV: await generateShop()}, [
        "--tables",
        migrationTables.join(),
      ]),
  },
  {
    name: "identity-1m",
    async run() {
      const figures = await coldAndUnchanged("data", accountsConfig, {BENCH_ACCOUNTS: await generateAccounts()});
      const ofIdentity = Object.entries(figures.stages).filter(([name]) =>
        /models\/(accounts|identity_\w+|persons)\./.test(name),
      );
      return {...figures, identitySeconds: round(ofIdentity.reduce((sum, [, seconds]) => sum + seconds, 0))};
    },
  },
  {
    name: "btyd",
    run: async () => measureBtyd(),
  },
  {
    name: "rules-online-retail",
    rival: {name: "pandas + mlxtend", seconds: 5},
    run: () => withOnlineRetail(async (file) => rulesOf(await storeRetailLines(file), 0.01)),
  },
  {
    name: "rules-1m4",
    rival: {name: "pandas + mlxtend", seconds: 57, peakMb: 5000},
    run: async () => rulesOf(await generateBaskets(), 0.0001),
  },
  {
    name: "demo-release",
    run: () => coldAndUnchanged("release", join(projectRoot, "data-loaders/shop.config.ts"), {}),
  },
  {
    name: "demo-site",
    run: () =>
      coldAndUnchanged("build", join(projectRoot, "data-loaders/shop.config.ts"), {}, [], async (site) => ({
        report: await measurePage(site, newestReport(site)),
      })),
  },
];

function rulesOf(...args: Parameters<typeof measureRules>): Promise<Record<string, number>> {
  return runApart("measure-rules.ts", "measureRules", ...args);
}

/** A command on an empty private folder, and once more with nothing changed. */
async function coldAndUnchanged(
  command: string,
  config: string,
  environment: Record<string, string>,
  more: readonly string[] = [],
  inspect: (out: string) => Promise<Record<string, unknown>> = async () => ({}),
): Promise<Record<string, unknown> & Figures> {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-bench-"));
  const args = [
    command,
    "--config",
    config,
    command === "release" ? "--to" : "--out",
    join(folder, "out"),
    "--private",
    join(folder, "private"),
    ...more,
  ];
  try {
    const cold = await runCommand(args, environment);
    const unchanged = await runCommand(args, environment);
    return {...cold, unchangedSeconds: unchanged.seconds, ...(await inspect(join(folder, "out")))};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Path of the newest report in the first language. */
function newestReport(site: string): string {
  const {months, shop} = JSON.parse(readFileSync(join(site, "manifest.json"), "utf8")) as Manifest;
  return `/${shop.languages[0]}/report/${months.at(-1)}`;
}

async function withOnlineRetail(
  run: (file: string) => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const file = process.env.ONLINE_RETAIL_CSV ?? join(projectRoot, "../shared/data/online-retail/online-retail.csv.gz");
  return existsSync(file) ? run(file) : {skipped: "ONLINE_RETAIL_CSV is not set"};
}
