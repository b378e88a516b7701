import {existsSync, readFileSync} from "node:fs";
import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {printPage} from "../site/export/print-page.ts";
import {standalonePage} from "../site/export/standalone-page.ts";
import {UserError} from "../user-error.ts";
import type {Manifest} from "../warehouse/manifest.ts";
import build from "./build.ts";
import {readArguments} from "./read-arguments.ts";

/**
 * `npm run report -- --month 2026-10 --lang tr --pdf report.pdf --html report.html`: a month's report as a document, and
 * as one file for a mail. It is taken from the built site; where there is none, the site is built first.
 */
export default async function report(args: string[]): Promise<void> {
  const options = readArguments(args, {
    month: {type: "string"},
    lang: {type: "string"},
    pdf: {type: "string"},
    html: {type: "string"},
    site: {type: "string"},
    config: {type: "string"},
    private: {type: "string"},
  });
  if (!options.pdf && !options.html) throw new UserError("name the file to write: --pdf FILE, --html FILE, or both");
  const site = resolve(options.site ?? "dist/site");
  if (!existsSync(join(site, "index.html"))) await build(["--out", site, ...given("config"), ...given("private")]);
  const {asOf, months, shop} = readManifest(site);
  const month = choose("--month", options.month ?? months.at(-1)!, months);
  const lang = choose("--lang", options.lang ?? shop.languages[0]!, shop.languages);
  const path = `/${lang}/report/${month}`;
  if (options.html) await writeDocument(options.html, await standalonePage(site, path));
  if (options.pdf) await writeDocument(options.pdf, await printPage(site, path, asOf));

  function given(name: "config" | "private"): string[] {
    return options[name] ? [`--${name}`, options[name]] : [];
  }
}

function readManifest(site: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(site, "manifest.json"), "utf8"));
  } catch (cause) {
    throw new UserError(`${site}: not a built site; run npm run build first`, {cause});
  }
}

function choose(option: string, value: string, values: readonly string[]): string {
  if (values.includes(value)) return value;
  const known = values.length > 2 ? `${values[0]} to ${values.at(-1)}` : values.join(" and ");
  throw new UserError(`${option}: the site has no ${JSON.stringify(value)}, but ${known}`);
}

/** Puts a document in its place whole. */
async function writeDocument(file: string, contents: string | Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}.part`;
  await mkdir(dirname(resolve(file)), {recursive: true});
  try {
    await writeFile(temporary, contents);
    await rename(temporary, file);
  } finally {
    await rm(temporary, {force: true});
  }
  console.error(`${file} (${Math.round(contents.length / 1000).toLocaleString("en")} kB)`);
}
