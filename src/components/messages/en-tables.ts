import type {Format} from "../format.ts";
import {counted} from "./english.ts";

/** What the page of tables says. */
export const enTables = (f: Format) => ({
  dictionaryTitle: "Tables",
  dictionaryLead: (n: number) =>
    `Every figure of this site stands in one of ${counted(f, n, "published table")}. For each: what one row is, what its columns mean, and the definition that computes it.`,
  dictionaryContents: "Published tables",
  dictionaryRows: (n: number) => counted(f, n, "row"),
  dictionaryKey: (columns: string) => `key: ${columns}`,
  dictionaryDownload: (bytes: string) => `Arrow file, ${bytes} bytes`,
  dictionaryColumnsOf: (name: string) => `Columns of ${name}`,
  dictionaryColumn: "Column",
  dictionaryType: "Type",
  dictionaryMeaning: "Meaning",
  dictionaryTypes: {
    text: "text",
    integer: "integer",
    number: "number",
    money: "money",
    boolean: "yes or no",
    date: "date",
    timestamp: "date and time",
  },
  dictionaryNullable: ", may be empty",
  dictionaryHow: "How it is computed",
  dictionaryFile: "Defined in",
  dictionaryModels: "It rests on these private tables:",
});
