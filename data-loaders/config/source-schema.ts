import {z} from "zod";
import {entities, entityNames} from "../entities/entities.ts";

/** Types that a column of a text file may be declared to have; what is not declared is text. */
export const columnTypes = ["text", "integer", "decimal", "number", "boolean", "date", "timestamp", "instant"] as const;
export type ColumnType = (typeof columnTypes)[number];

/** Writes the files of a source that does not exist before it is read. */
export interface Generator {
  /** Tells what would be written: the folder of the files is named after it. */
  key: string;
  /** Fills a folder; `onFile` is told the name of each file when it is complete. Until then its name ends in `.part`. */
  write(folder: string, onFile: (name: string) => void): Promise<void>;
}

const mappingOptions = {
  /** The file, relative to the configuration's folder; or several: a list, a pattern such as `orders/*.csv.gz`, both. */
  path: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  /** Field of the entity → column of the file, or an SQL expression over its columns; absent: columns of the same name. */
  map: z.record(z.string(), z.string().min(1)).optional(),
  /** Reason → SQL condition over the file's columns: rows that the shop declares to be none of its business. */
  reject: z.record(z.string(), z.string().min(1)).optional(),
  /** Fields that together name a row, in place of the entity's: a second row with the same key is rejected. */
  key: z.array(z.string()).min(1).optional(),
};

const textOptions = {
  /** `strptime` formats of `date` and `timestamp` columns where they are not ISO 8601. */
  dateFormat: z.string().optional(),
  timestampFormat: z.string().optional(),
  decimalSeparator: z.enum([".", ","]).default("."),
};

const csvSchema = z.strictObject({
  ...mappingOptions,
  ...textOptions,
  kind: z.literal("csv"),
  columns: z.record(z.string(), z.enum(columnTypes)).default({}),
  delimiter: z.string().length(1).default(","),
  quote: z.string().length(1).default('"'),
  encoding: z.enum(["utf-8", "utf-16", "latin-1", "windows-1254"]).default("utf-8"),
  /** Set by the demo retailer. */
  generate: z.custom<Generator>().optional(),
});

const jsonColumns = z
  .record(z.string().regex(/^[^"\\]+$/), z.enum(columnTypes))
  .refine((columns) => Object.keys(columns).length > 0, "name the keys that are read");

const jsonSchema = z.strictObject({
  ...mappingOptions,
  ...textOptions,
  kind: z.literal("json"),
  /** What is taken of each object, and as what: a key, or a path of keys with dots between them. */
  columns: jsonColumns,
  /** An object on each line, in place of one array of objects. */
  lines: z.boolean().default(false),
});

const xlsxSchema = z.strictObject({
  ...mappingOptions,
  kind: z.literal("xlsx"),
  /** Name of the sheet; absent: the first one that is not hidden. */
  sheet: z.string().min(1).optional(),
  /** Row that names the columns; absent: the first one that is not blank. */
  headerRow: z.int().min(1).optional(),
  columns: z.record(z.string(), z.enum(columnTypes)).default({}),
});

const parquetSchema = z.strictObject({...mappingOptions, kind: z.literal("parquet")});

const {path: _path, ...queryOptions} = mappingOptions;

const postgresSchema = z.strictObject({
  ...queryOptions,
  kind: z.literal("postgres"),
  /** Name of the environment variable that holds the connection: `postgres://user:password@host/database`. */
  connection: z
    .string()
    .regex(/^[A-Za-z_]\w*$/, "expected the name of an environment variable, never the connection itself"),
  /** The table, with its schema or without; or what is asked, in one SELECT. */
  table: z.string().min(1).optional(),
  query: z.string().min(1).optional(),
  columns: z.record(z.string(), z.enum(columnTypes)).default({}),
  /** Longest time that one statement may take. */
  timeoutSeconds: z.int().min(1).default(300),
});

const apiSchema = z.strictObject({
  ...queryOptions,
  ...textOptions,
  kind: z.literal("api"),
  /** Address of the first page. */
  url: z
    .url({protocol: /^https?$/})
    .refine((url) => !URL.canParse(url) || !(new URL(url).username || new URL(url).password), {
      message: "expected no name and password in it; give them as a header",
    }),
  /** Header → name of the environment variable that holds its value. */
  headers: z.record(z.string(), z.string().regex(/^[A-Za-z_]\w*$/)).default({}),
  /** Path of the list within a page; absent: the page is the list. */
  items: z.string().min(1).optional(),
  /** Path, in the last page, of how many records there are: compared with those that came. */
  total: z.string().min(1).optional(),
  /**
   * How the next page is found: `next`, the path of its address in the page; `cursor`, the path of a value that goes into
   * `parameter`; or `parameter` alone, which counts pages from 1 until one is empty. Absent: there is one page.
   */
  paging: z
    .union([
      z.strictObject({next: z.string().min(1)}),
      z.strictObject({cursor: z.string().min(1), parameter: z.string().min(1)}),
      z.strictObject({parameter: z.string().min(1)}),
    ])
    .optional(),
  columns: jsonColumns,
  /** Longest time for one answer. */
  timeoutSeconds: z.number().positive().default(30),
  /** How often a page is asked for before it is given up, and how long to wait after the first time; then twice as long. */
  attempts: z.int().min(1).default(6),
  waitSeconds: z.number().positive().default(0.5),
});

const sourceSchema = z
  .discriminatedUnion("kind", [apiSchema, csvSchema, jsonSchema, parquetSchema, postgresSchema, xlsxSchema])
  .refine((source) => source.kind !== "postgres" || (source.table === undefined) !== (source.query === undefined), {
    message: "name either a table or a query",
  });

export type CsvSource = z.output<typeof csvSchema>;
export type CsvSourceInput = z.input<typeof csvSchema>;
export type JsonSource = z.output<typeof jsonSchema>;
export type JsonSourceInput = z.input<typeof jsonSchema>;
export type ParquetSource = z.output<typeof parquetSchema>;
export type ApiSource = z.output<typeof apiSchema>;
export type ApiSourceInput = z.input<typeof apiSchema>;
export type PostgresSource = z.output<typeof postgresSchema>;
export type PostgresSourceInput = z.input<typeof postgresSchema>;
export type XlsxSource = z.output<typeof xlsxSchema>;
export type XlsxSourceInput = z.input<typeof xlsxSchema>;
export type SourceInput = z.input<typeof sourceSchema>;
/** A source of files. */
export type FileSourceInput = Exclude<SourceInput, ApiSourceInput | PostgresSourceInput>;
export type Source = z.output<typeof sourceSchema>;

/** Entity → where its rows come from. `order_lines` is the one that every shop has. */
export const sourcesSchema = z
  .strictObject(Object.fromEntries(entityNames.map((name) => [name, sourceSchema.optional()])))
  .superRefine((sources, context) => {
    if (!sources.order_lines)
      context.addIssue({
        code: "custom",
        path: ["order_lines"],
        message: "missing: the lines of the orders are what everything is computed from",
      });
    for (const [name, source] of Object.entries(sources)) {
      const known = entities[name]!.fields;
      for (const field of Object.keys(source?.map ?? {}))
        if (!(field in known))
          context.addIssue({
            code: "custom",
            path: [name, "map", field],
            message: `unknown field; ${name} has ${Object.keys(known).join(", ")}`,
          });
      for (const [field, {required}] of Object.entries(known))
        if (required && source?.map && !(field in source.map))
          context.addIssue({code: "custom", path: [name, "map", field], message: "missing: every row needs it"});
    }
  });
