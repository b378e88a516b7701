import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {ShopConfig} from "../config/shop-schema.ts";
import type {Engine} from "../engine/duckdb.ts";
import {listProblems, UserError} from "../user-error.ts";
import {type CandidateKind, listCandidates} from "./candidates.ts";
import {listColumnProblems, type PublishedColumns} from "./column-problems.ts";
import {findPatterns} from "./find-patterns.ts";
import {mask} from "./mask.ts";
import {
  findNameStarts,
  findPrivateValues,
  findPublicValues,
  type PrivateValue,
  type StoredSources,
} from "./private-values.ts";
import {listSecrets} from "./secret-values.ts";
import type {SiteText} from "./site-text.ts";
import {openTextReader, readSiteFiles, type SiteFile} from "./site-texts.ts";

export interface ScanOptions {
  config: ShopConfig;
  /** Libraries as they were bundled. */
  libraryCache: string;
  privateFolder: string;
  sources: StoredSources;
  tables: readonly PublishedColumns[];
  engine: () => Promise<Engine>;
  environment?: Readonly<Record<string, string | undefined>>;
}

type Place = SiteText & {file: string};

/** Where each candidate stands. */
type Places = Map<CandidateKind, Map<string, Place[]>>;

/** What is known of a site so far. */
export interface SiteScan {
  /** Reads files before they are part of the site: what they have in common with those of the site is not read again. */
  readAhead(files: Iterable<SiteFile>): Promise<void>;
  /** Reads a finished site, and what is published together with it. */
  read(site: string, beside?: Iterable<SiteFile>): Promise<void>;
  /**
   * Looks for private data in all that was read: e-mails, phones and card numbers, keys, secrets of the environment, and the
   * shop's own numbers, phones and names. What is compared with what, and what cannot be found: docs/privacy.md.
   *
   * @returns how much was read
   * @throws UserError that names each file and the rule that it breaks; a value is shown by its ends alone
   */
  judge(): Promise<{files: number; texts: number}>;
}

export function openSiteScan(options: ScanOptions): SiteScan {
  const {config, libraryCache, sources, tables, environment = process.env} = options;
  const {allowed} = config.privacy;
  const secrets = [...listSecrets(config, environment), ...readStoredKey(options.privateFolder)].map(
    ({name, value}) => ({name, spellings: spellSecret(value)}),
  );
  let nameStarts: Promise<Set<string>> | undefined;
  const readTexts = openTextReader();
  const read = {files: new Set<string>(), texts: 0};
  const problems = new Set<string>();
  const places: Places = new Map();

  async function readFile(siteFile: SiteFile): Promise<void> {
    const {file, bytes} = siteFile;
    read.files.add(file);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const {name, spellings} of secrets)
      if (spellings.some((spelled) => buffer.includes(spelled))) problems.add(`${file}: value of ${name}`);
    nameStarts ??= findNameStarts(options.engine, sources);
    const starts = await nameStarts;
    for (const text of await readTexts(siteFile)) {
      read.texts++;
      for (const {rule, value} of findPatterns(text, config.identity.defaultCountry))
        if (!allowed.includes(value.trim())) problems.add(`${file}: ${rule}: ${mask(value)}`);
      const place = {...text, file};
      for (const [kind, value] of listCandidates(text, starts)) note(places, kind, value, place);
    }
  }

  return {
    async readAhead(files) {
      for (const file of files) await readFile(file);
    },
    async read(site, beside = []) {
      for await (const siteFile of readSiteFiles(site, libraryCache)) {
        for (const problem of await listColumnProblems(siteFile.file, siteFile.bytes, tables)) problems.add(problem);
        await readFile(siteFile);
      }
      for (const siteFile of beside) await readFile(siteFile);
    },
    async judge() {
      for (const [file, {value, field}] of tellOnce(await findLeaks(options, places)))
        if (!allowed.includes(value)) problems.add(`${file}: value of ${field}: ${mask(value)}`);
      if (problems.size)
        throw new UserError(`the site would publish private data:\n${listProblems([...problems].sort())}`);
      return {files: read.files.size, texts: read.texts};
    },
  };
}

function note(places: Places, kind: CandidateKind, value: string, place: Place): void {
  const byValue = places.get(kind) ?? new Map<string, Place[]>();
  places.set(kind, byValue);
  const known = byValue.get(value);
  if (known) known.push(place);
  else byValue.set(value, [place]);
}

/** Places with a private value. A text that is published as a whole, such as a product's name, is none, and no number in it. */
async function findLeaks({engine, sources}: ScanOptions, places: Places): Promise<[Place, PrivateValue][]> {
  if (![...places.values()].some((byValue) => byValue.size)) return [];
  const connection = await engine();
  const values = new Map([...places].map(([kind, byValue]) => [kind, byValue.keys()]));
  const found = (await findPrivateValues(connection, sources, values)).flatMap((value) =>
    places
      .get(value.kind)!
      .get(value.value)!
      .map((place): [Place, PrivateValue] => [place, value]),
  );
  const texts = new Set(found.flatMap(([{text}, {value}]) => [text.trim(), value]));
  const published = texts.size ? await findPublicValues(connection, sources, texts) : texts;
  return found.filter(([{text}, {value}]) => !published.has(text.trim()) && !published.has(value));
}

/** `customers.customer_id`, `orders.order_id`: where a number is at home. */
const isOwn = (field: string) => /^(\w+)s\.\1_/.test(field) || field.startsWith("customers.");

/** Each value of a file once, by one of the fields that have it, its own before others. */
function tellOnce(leaks: readonly [Place, PrivateValue][]): [file: string, PrivateValue][] {
  const told = new Map<string, [string, PrivateValue]>();
  for (const [{file}, found] of leaks) {
    const key = JSON.stringify([file, found.value]);
    if (!told.has(key) || isOwn(found.field)) told.set(key, [file, found]);
  }
  return [...told.values()];
}

/** A secret as it may stand in a page, a script or an address. */
function spellSecret(value: string): string[] {
  const html = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return [...new Set([value, html, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])];
}

/** The key of pseudonymous ids that an earlier run kept. */
function readStoredKey(privateFolder: string): {name: string; value: string}[] {
  try {
    return [
      {name: "state/pseudonym-key", value: readFileSync(join(privateFolder, "state/pseudonym-key"), "utf8").trim()},
    ];
  } catch {
    return []; // none was needed
  }
}
