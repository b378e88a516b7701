import {createHash} from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import {dirname} from "node:path";
import type {ApiSource} from "../config/source-schema.ts";
import {UserError} from "../user-error.ts";
import {fetchPage, UnavailableError} from "./fetch-page.ts";

/** Where a run that failed stopped: the next one goes on from there. */
interface ResumePoint {
  request: string;
  /** Address of the page that is missing. */
  url: string;
  pages: number;
  records: number;
  bytes: number;
  /** Hash of the records of the last page. */
  last: string;
}

/** A resume point older than this is none: the pages would not belong together. */
const OLDEST_RESUME = 3_600_000;

/**
 * Writes the records of all pages as lines of JSON. The file is there when it is complete, or as it was; the pages that
 * came before a failure are kept apart for an hour, and not asked for again.
 *
 * @throws UserError for a header's variable that is not set, a page that cannot be had or holds no list, pages that repeat,
 * lead in a circle or to another host, and where the records are not as many as the interface says
 */
export async function extractApi(source: ApiSource, option: string, path: string): Promise<void> {
  const headers = readHeaders(source, option);
  const place = placeOf(source.url);
  const request = hash(JSON.stringify([source.url, source.items, source.paging, source.total, source.headers]));
  const [kept, note] = [`${path}.kept`, `${path}.resume.json`];
  mkdirSync(dirname(path), {recursive: true});
  try {
    await readPages(source, option, headers, {request, place, kept, note});
    renameSync(kept, path);
    rmSync(note, {force: true});
  } catch (error) {
    // Pages of a list that is not as it should be are no beginning of one.
    if (!(error instanceof UnavailableError)) rmSync(note, {force: true});
    if (!existsSync(note)) rmSync(kept, {force: true});
    throw error;
  }
}

interface Pages {
  request: string;
  /** The address, for messages. */
  place: string;
  /** File of the records that came. */
  kept: string;
  /** File that says how far they go. */
  note: string;
}

async function readPages(
  source: ApiSource,
  option: string,
  headers: Record<string, string>,
  {request, place, kept, note}: Pages,
): Promise<void> {
  const point = readPoint(note, kept, request);
  if (point) truncateSync(kept, point.bytes);
  else writeFileSync(kept, "");
  let url: URL | undefined = new URL(point?.url ?? source.url);
  let {pages, records, bytes, last} = point ?? {pages: 0, records: 0, bytes: 0, last: ""};
  let total: unknown;
  const seen = new Set<string>();
  while (url) {
    if (seen.has(url.href))
      throw new UserError(`${place}: page ${pages + 1} is one that came before (${option}.paging)`);
    seen.add(url.href);
    const page = await fetchPage(url, headers, source);
    const items = readPath(page, source.items);
    if (!Array.isArray(items))
      throw new UserError(
        `${place}: page ${pages + 1} holds no list${source.items ? ` at ${JSON.stringify(source.items)}` : ""} (${option}.items)`,
      );
    const lines = items.map((item) => `${JSON.stringify(item)}\n`).join("");
    const found = hash(lines);
    // Some interfaces give their last page for every number beyond it.
    if (items.length && found === last)
      throw new UserError(`${place}: page ${pages + 1} holds the records of page ${pages} again (${option}.paging)`);
    last = found;
    appendFileSync(kept, lines);
    bytes += Buffer.byteLength(lines);
    records += items.length;
    pages++;
    total = source.total === undefined ? records : readPath(page, source.total);
    url = findNext(page, url, items.length, source, pages, option);
    if (url)
      writeFileSync(note, JSON.stringify({request, url: url.href, pages, records, bytes, last} satisfies ResumePoint));
  }
  if (total !== records)
    throw new UserError(
      `${place}: says that there are ${JSON.stringify(total) ?? "no"} records, but gave ${records} (${option}.total)`,
    );
  if (bytes === 0) throw new UserError(`${place}: no records`);
}

function findNext(
  page: unknown,
  url: URL,
  count: number,
  {paging, url: first}: ApiSource,
  pages: number,
  option: string,
): URL | undefined {
  if (!paging) return undefined;
  if ("next" in paging) {
    const next = readPath(page, paging.next);
    if (next === null || next === undefined || next === "") return undefined;
    const found = typeof next === "string" && URL.canParse(next, url) ? new URL(next, url) : undefined;
    // Whoever gets the headers gets the data.
    if (found?.origin !== new URL(first).origin)
      throw new UserError(
        `${placeOf(first)}: page ${pages} names a next page that is not on the same host: ${JSON.stringify(next)} (${option}.paging)`,
      );
    return found;
  }
  const following = new URL(url);
  if ("cursor" in paging) {
    const cursor = readPath(page, paging.cursor);
    if (cursor === null || cursor === undefined || cursor === "" || cursor === false) return undefined;
    following.searchParams.set(paging.parameter, String(cursor));
  } else {
    if (count === 0) return undefined;
    const number = Number(url.searchParams.get(paging.parameter) ?? 1);
    following.searchParams.set(paging.parameter, String(number + 1));
  }
  return following;
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** An address without its query, which may hold a key. */
function placeOf(address: string): string {
  const {origin, pathname} = new URL(address);
  return `${origin}${pathname}`;
}

function readPath(value: unknown, path: string | undefined): unknown {
  let found = value;
  for (const key of path?.split(".") ?? []) found = (found as Record<string, unknown> | null | undefined)?.[key];
  return found;
}

function readHeaders({headers}: ApiSource, option: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, variable]) => {
      const value = process.env[variable];
      if (!value) throw new UserError(`${option}.headers: the environment variable ${variable} is not set`);
      return [name, value];
    }),
  );
}

function readPoint(note: string, kept: string, request: string): ResumePoint | undefined {
  try {
    if (Date.now() - statSync(note).mtimeMs > OLDEST_RESUME) return undefined;
    const point = JSON.parse(readFileSync(note, "utf8")) as ResumePoint;
    return point.request === request && statSync(kept).size >= point.bytes ? point : undefined;
  } catch {
    return undefined;
  }
}
