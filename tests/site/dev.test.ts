import {type ChildProcess, spawn} from "node:child_process";
import {cpSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import type {SlideTrendRow} from "../../src/components/report/slide-rows.ts";
import {arrowRows} from "./arrow-rows.ts";
import {cleanEnv, copyProject, nodeArguments, readText, shareLibraries, tinyConfig} from "./project-copy.ts";
import {tinySite} from "./tiny-site.ts";

let project: string;
let preview: ChildProcess;
let url: string;
let log = "";
let base: number;

const slides = "src/data/slide-trend.arrow.sql";

beforeAll(async () => {
  const tiny = await tinySite();
  base = arrowRows<SlideTrendRow>(tiny.data, "slide-trend").at(-1)!.base_customers;
  project = copyProject(join(inject("runFolder"), "preview"), tiny.project);
  await shareLibraries(tiny.project, project);
  cpSync(join(tiny.project, ".private"), join(project, ".private"), {recursive: true});
  const port = 20_000 + (process.pid % 20_000);
  preview = spawn(
    process.execPath,
    [...nodeArguments(project), "data-loaders/cli/main.ts", "dev", "--config", tinyConfig, "--port", String(port)],
    // Whatever asks another host fails, and says so.
    {
      cwd: project,
      env: {...cleanEnv(), http_proxy: "http://127.0.0.1:9", https_proxy: "http://127.0.0.1:9"},
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  preview.stderr!.setEncoding("utf8").on("data", (text: string) => {
    log += text;
  });
  await until(() => log.includes("preview at "), "the preview");
  url = /preview at (\S+)/.exec(log)![1]!;
}, 240_000);

afterAll(() => void preview?.kill());

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await delay(400)) {
    if (preview.exitCode !== null) throw new Error(`the preview ended: ${log}`);
    if (Date.now() > end) throw new Error(`still waiting for ${what}: ${log}`);
  }
}

async function get(path: string): Promise<string> {
  // A connection that is kept may be closed by the server at the moment in which it is used again.
  const response = await fetch(url + path, {headers: {connection: "close"}, signal: AbortSignal.timeout(30_000)});
  return response.text();
}

function edit(path: string, change: (source: string) => string): void {
  const source = readText(project, path);
  const changed = change(source);
  expect(changed).not.toBe(source);
  writeFileSync(join(project, path), changed);
}

/** Whether the served page comes to say something, by itself. */
const comesToSay = (path: string, text: string | RegExp) =>
  until(async () => {
    const html = await get(path);
    return typeof text === "string" ? html.includes(text) : text.test(html);
  }, `${path} to say ${text}`);

it("shows the pages, of older months too", async () => {
  expect(await get("en/report/2026-04")).toContain("April 2026");
  expect(await get("tr/report/2026-01")).toContain("Ocak 2026");
  expect(await get("en/explore")).toContain("customer-cube.arrow");
}, 60_000);

it("an edit of a component reaches the page", async () => {
  edit("src/components/messages/en-site.ts", (source) =>
    source.replace(/siteTitle: "[^"]+"/, 'siteTitle: "Edited title"'),
  );
  await comesToSay("en/", "Edited title");
}, 90_000);

it("an edit of a published table reaches the page", async () => {
  edit(slides, (sql) => sql.replace("coalesce(s.customers, 0) AS customers,", "b.base_customers AS customers,"));
  await comesToSay("en/report/2026-04", `<p class="big">${base}<`);
}, 90_000);

it("an edit of a model reaches the page", async () => {
  edit("data-loaders/models/monthly_sales.sql", (sql) =>
    sql.replace(/^SELECT/m, "SELECT /* edited */").replace(/(\S.*) AS net_revenue\b/, "($1) * 0 AS net_revenue"),
  );
  await comesToSay("en/report/2026-04", /<p class="big">₺0</);
}, 90_000);

it("an edit of the configuration reaches the page", async () => {
  edit(tinyConfig, (source) => source.replace(/name: "[^"]+"/, 'name: "Another shop"'));
  await comesToSay("en/", "Another shop");
}, 90_000);

it("a mistake is named, and its correction reaches the page", async () => {
  const source = readText(project, slides);
  writeFileSync(join(project, slides), "SELEKT 1");
  await until(() => log.includes(`${slides}: `), "the mistake to be named");
  expect(await get("en/report/2026-04")).toContain("April 2026");
  writeFileSync(
    join(project, slides),
    source.replace("b.base_customers AS customers,", "CAST(floor(b.base_customers / 2.0) AS BIGINT) AS customers,"),
  );
  await comesToSay("en/report/2026-04", `<p class="big">${Math.floor(base / 2)}<`);
}, 120_000);

it("asked nobody else for anything", () => {
  expect(log).not.toMatch(/unknown library|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|jsdelivr|npmjs/);
});
