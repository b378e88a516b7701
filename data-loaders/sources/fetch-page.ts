import {isUtf8} from "node:buffer";
import {setTimeout as delay} from "node:timers/promises";
import type {ApiSource} from "../config/source-schema.ts";
import {UserError} from "../user-error.ts";

/** No wait is longer, whatever the server asks for. */
const LONGEST_WAIT = 60_000;

/** A page that may be had another time. */
export class UnavailableError extends UserError {}

/**
 * Fetches one page as JSON. What may pass (no connection, too slow, cut off, garbled, 429, 5xx) is tried again, after
 * waits that double or as long as the server says; what will not pass stops at once.
 *
 * @throws UserError naming the address, without its query, and why; where it may pass, an UnavailableError
 */
export async function fetchPage(url: URL, headers: Record<string, string>, source: ApiSource): Promise<unknown> {
  const place = `${url.origin}${url.pathname}`;
  for (let attempt = 1; ; attempt++) {
    const {page, problem, isFinal, wait} = await tryToFetch(url, headers, source.timeoutSeconds);
    if (problem === undefined) return page;
    if (isFinal) throw new UserError(`${place}: ${problem}`);
    if (attempt >= source.attempts)
      throw new UnavailableError(`${place}: ${problem}; given up after ${attempt} attempts`);
    await delay(Math.min(LONGEST_WAIT, wait ?? source.waitSeconds * 1000 * 2 ** (attempt - 1)));
  }
}

interface Attempt {
  page?: unknown;
  problem?: string;
  isFinal?: boolean;
  /** Milliseconds that the server asks to wait. */
  wait?: number | undefined;
}

async function tryToFetch(url: URL, headers: Record<string, string>, timeoutSeconds: number): Promise<Attempt> {
  try {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    // A redirect would take the headers, and what they open, to another place.
    const response = await fetch(url, {headers: {accept: "application/json", ...headers}, signal, redirect: "manual"});
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    if (response.ok && !isUtf8(bytes)) return {problem: `not UTF-8 text: ${JSON.stringify(text.slice(0, 60))}`};
    if (response.ok) return parsePage(text);
    const {status} = response;
    const problem = `status ${status}${text ? `: ${JSON.stringify(text.slice(0, 100))}` : ""}`;
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      problem,
      isFinal: status < 500 && status !== 429 && status !== 408,
      wait: Number.isNaN(seconds) ? undefined : seconds * 1000,
    };
  } catch (error) {
    const {name, message, cause} = error as Error;
    if (name === "TimeoutError") return {problem: `no answer within ${timeoutSeconds} seconds`};
    return {
      problem: `no answer (${cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : message})`,
    };
  }
}

function parsePage(text: string): Attempt {
  let inexact: number | undefined;
  try {
    const page: unknown = JSON.parse(text, (_, value) => {
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) inexact ??= value;
      return value;
    });
    if (inexact !== undefined)
      return {problem: `a whole number too large to be read exactly, about ${inexact}`, isFinal: true};
    return {page};
  } catch {
    return {problem: `not JSON: ${JSON.stringify(text.slice(0, 60))}`};
  }
}
