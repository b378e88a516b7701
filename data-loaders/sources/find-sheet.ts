import {basename} from "node:path";
import {UserError} from "../user-error.ts";
import {readZipDirectory, readZipEntry} from "./read-zip.ts";

/** A sheet of a workbook. */
export interface Sheet {
  name: string;
  /** The number in the name of its file. */
  number: number;
  /** Rows that stand in its file, counted without the reader of cells. */
  rows: number;
}

/**
 * Finds a sheet by its name, or the first one that a reader of the workbook sees, and counts its rows.
 *
 * @throws UserError for what is no workbook, a damaged one, and a sheet that it does not have
 */
export async function findSheet(path: string, option: string, name: string | undefined): Promise<Sheet> {
  const file = basename(path);
  const entries = await readZipDirectory(path);
  const read = async (entry: string, onPiece: (text: string) => void) => {
    const found = entries.get(entry);
    if (!found) throw new UserError(`${file}: not an Excel workbook (it holds no ${entry})`);
    try {
      for await (const piece of readZipEntry(path, found)) onPiece(piece);
    } catch (error) {
      throw new UserError(`${file}: the workbook is damaged (${entry}: ${(error as Error).message})`, {cause: error});
    }
  };
  const readAll = async (entry: string) => {
    let text = "";
    await read(entry, (piece) => {
      text += piece;
    });
    return text;
  };
  const targets = new Map(
    listTags(await readAll("xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => [
      attribute(tag, "Id"),
      attribute(tag, "Target"),
    ]),
  );
  const sheets = listTags(await readAll("xl/workbook.xml"), "sheet").map((tag) => ({
    name: decodeEntities(attribute(tag, "name")),
    isHidden: attribute(tag, "state").toLowerCase().endsWith("hidden"),
    target: (targets.get(attribute(tag, "r:id")) ?? "").replace(/^\/?(xl\/)?/, "xl/"),
  }));
  const sheet =
    name === undefined ? (sheets.find((one) => !one.isHidden) ?? sheets[0]) : sheets.find((one) => one.name === name);
  if (!sheet)
    throw new UserError(
      `${file}: no sheet is called ${JSON.stringify(name)} (${option}.sheet); there are ${sheets.map((one) => one.name).join(", ")}`,
    );
  const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(sheet.target)?.[1];
  if (number === undefined) throw new UserError(`${file}: ${JSON.stringify(sheet.name)} is no sheet of cells`);
  let [rows, rest] = [0, ""];
  await read(sheet.target, (piece) => {
    const text = rest + piece;
    rows += text.match(/<(?:\w+:)?row[\s>/]/g)?.length ?? 0;
    // What a tag at the end lacks comes with the next piece; no tag that is counted is looked at twice.
    const last = text.lastIndexOf("<");
    rest = last >= 0 && /^<[\w:]*$/.test(text.slice(last)) ? text.slice(last) : "";
  });
  return {name: sheet.name, number: Number(number), rows};
}

const listTags = (xml: string, tag: string) => xml.match(new RegExp(`<(?:\\w+:)?${tag}\\s[^>]*>`, "g")) ?? [];

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

const entities: Record<string, string> = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"};

const decodeEntities = (text: string) => text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity]!);
