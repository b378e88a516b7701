import {isUtf8} from "node:buffer";
import {createWriteStream} from "node:fs";
import {basename} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {UserError} from "../user-error.ts";
import {readText} from "./read-text.ts";

/**
 * Writes the elements of a JSON array each on a line of its own, and counts them. What an element holds is not looked at:
 * whether it is JSON is the reader's to say.
 *
 * @throws UserError naming the line, for what is no array: none begun, none closed, nothing between two commas
 */
export async function writeJsonLines(path: string, target: string): Promise<number> {
  const splitter = createSplitter(basename(path));
  await pipeline(
    Readable.from(
      (async function* () {
        for await (const piece of readText(path, "utf-8")) {
          const lines = splitter.add(piece);
          if (lines.length) yield Buffer.concat(lines);
        }
        splitter.end();
      })(),
    ),
    createWriteStream(target),
  );
  return splitter.count();
}

const [QUOTE, BACKSLASH, COMMA, LINE_FEED, RETURN, SPACE, TAB] = [34, 92, 44, 10, 13, 32, 9];
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);
const FEED = Buffer.from("\n");
/** Stands for a line end within a text, where JSON allows none: still no JSON, and still one line. */
const NOT_JSON = 2;
const longest = 1 << 26;

function createSplitter(file: string) {
  let [depth, line, elementLine, count, length] = [0, 1, 1, 0, 0];
  let [isText, isEscaped, isBlank, isBegun] = [false, false, true, false];
  let pieces: Buffer[] = [];

  const fail = (message: string) => new UserError(`${file}:${line}: ${message}`);

  function take(bytes: Buffer): void {
    if (bytes.length === 0) return;
    pieces.push(bytes);
    length += bytes.length;
    if (length > longest) throw new UserError(`${file}:${elementLine}: element ${count + 1} does not end`);
  }

  function endElement(isLast: boolean): Buffer[] {
    if (isBlank) {
      if (isLast && count === 0) return [];
      throw fail("nothing between two commas of the array");
    }
    const element = Buffer.concat(pieces);
    if (!isUtf8(element)) throw new UserError(`${file}:${elementLine}: element ${count + 1} is not UTF-8 text`);
    if (element.includes(0)) throw new UserError(`${file}:${elementLine}: a NUL character; the file is no text`);
    pieces = [];
    length = 0;
    isBlank = true;
    count++;
    return [element, FEED];
  }

  return {
    count: () => count,
    add(bytes: Buffer): Buffer[] {
      const lines: Buffer[] = [];
      let from = 0;
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i]!;
        if (byte === LINE_FEED || byte === RETURN) {
          if (byte === LINE_FEED) line++;
          bytes[i] = isText ? NOT_JSON : SPACE;
          isEscaped = false;
        } else if (isText) {
          if (isEscaped) isEscaped = false;
          else if (byte === BACKSLASH) isEscaped = true;
          else if (byte === QUOTE) isText = false;
        } else if (byte !== SPACE && byte !== TAB) {
          if (depth === 0) {
            if (isBegun) throw fail("text after the end of the array");
            if (byte !== 0x5b)
              throw fail(
                `expected one JSON array, got ${JSON.stringify(bytes.toString("utf8", i, i + 40))}; set lines: true where each line is an object`,
              );
            [isBegun, depth, from] = [true, 1, i + 1];
            continue;
          }
          if (byte === COMMA && depth === 1) {
            take(bytes.subarray(from, i));
            lines.push(...endElement(false));
            from = i + 1;
            continue;
          }
          if (CLOSE.has(byte) && --depth === 0) {
            take(bytes.subarray(from, i));
            lines.push(...endElement(true));
            from = bytes.length;
            continue;
          }
          if (OPEN.has(byte)) depth++;
          if (byte === QUOTE) isText = true;
          if (isBlank) {
            isBlank = false;
            elementLine = line;
          }
        }
      }
      if (depth > 0) take(bytes.subarray(from));
      return lines;
    },
    end(): void {
      if (!isBegun) throw new UserError(`${file}: the file is empty`);
      if (depth > 0)
        throw new UserError(
          `${file}: the array is never closed; ${isBlank ? `it ends after element ${count}` : `element ${count + 1} begins on line ${elementLine}`}`,
        );
    },
  };
}
