import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import type {LoadedConfig} from "../../../data-loaders/config/load-config.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {tsv} from "../../../data-loaders/sources/tsv.ts";
import {reportTo} from "../../../data-loaders/warehouse/progress.ts";
import {locateFiles, openFileHashes} from "../../../data-loaders/warehouse/source-files.ts";
import {openStore} from "../../../data-loaders/warehouse/store.ts";
import {storeSource} from "../../../data-loaders/warehouse/store-source.ts";
import {completeSource, useSources} from "./read-source.ts";

const {folder, read, engine} = useSources();

function write(files: Record<string, string | Uint8Array>): string[] {
  return Object.entries(files).map(([name, contents]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, contents);
    return path;
  });
}

describe("several files", () => {
  it("are counted and reported one by one, and rejected rows name their own file", async () => {
    const paths = write({
      "a.csv": 'order_id,amount\n"1\n",2\n2,x\n3\n',
      "b.csv.gz": gzipSync("amount,order_id,city\n4,4,Van\n,5,\n"),
      "c.csv": "order_id,amount\n",
    });
    const {accepted, rejected, reports, fields} = await read("order_lines", completeSource({}), paths);
    expect(fields).toEqual(["order_id", "amount", "city"]);
    expect(accepted).toEqual([
      {order_id: "1\n", amount: "2.0000", city: null},
      {order_id: "4", amount: "4.0000", city: "Van"},
    ]);
    expect(rejected.map(({file, row, rule}) => `${file}:${row}: ${rule}`)).toEqual([
      "a.csv:4: invalid amount",
      "a.csv:5: too few fields",
      "b.csv.gz:3: missing value",
    ]);
    expect(reports).toMatchObject([
      {file: "a.csv", records: 3, accepted: 1, rejected: 2},
      {file: "b.csv.gz", records: 2, accepted: 1, rejected: 1},
      {file: "c.csv", records: 0, accepted: 0, rejected: 0, rejects: []},
    ]);
  });

  it("share their keys: the first file's row is kept", async () => {
    const paths = write({"k1.csv": "customer_id,city\n1,a\n2,b\n", "k2.csv": "customer_id,city\n2,c\n3,d\n3,e\n"});
    expect(await read("customers", completeSource({}), paths)).toMatchObject({
      accepted: [{customer_id: "1"}, {customer_id: "2", city: "b"}, {customer_id: "3", city: "d"}],
      rejected: [
        {file: "k2.csv", row: 2, rule: "repeated key"},
        {file: "k2.csv", row: 4, rule: "repeated key"},
      ],
      reports: [{rejected: 0}, {accepted: 1, rejected: 2}],
    });
  });

  it("stop at the one that cannot be read", async () => {
    const paths = write({"good.csv": "order_id,amount\n1,2\n", "bad.csv": 'order_id,amount\n1,"2\n'});
    await expect(read("order_lines", completeSource({}), paths)).rejects.toThrow("bad.csv:2: a quoted value is never");
  });

  it("may have tabs between their fields", async () => {
    const {kind, delimiter} = tsv({path: "x"});
    expect({kind, delimiter}).toEqual({kind: "csv", delimiter: "\t"});
    const paths = write({"t.tsv": "order_id\tamount\n1,5\t2\n"});
    expect((await read("order_lines", completeSource({delimiter}), paths)).accepted).toMatchObject([{order_id: "1,5"}]);
  });
});

const loaded = {
  folder,
  config: {timeZone: "Europe/Istanbul", quality: {maxRejectShare: 0.5}},
} as unknown as LoadedConfig;

describe("a path", () => {
  const find = async (path: string | string[]) =>
    (await locateFiles("order_lines", completeSource({path}), loaded, folder)).map(({name}) => name);

  it("may be a list or a pattern, which is sorted by name", async () => {
    write({"p/2.csv": "x", "p/10.csv": "x", "p/1.csv": "x", "p/.1.csv": "x", "p/1.csv.gz": "x", "p/q/1.csv": "x"});
    mkdirSync(join(folder, "p/3.csv"), {recursive: true});
    write({"p/a*.csv": "x", "p/ab.csv": "x"});
    expect(await find("p/*.csv")).toEqual(["1.csv", "10.csv", "2.csv", "a*.csv", "ab.csv"]);
    expect(await find("p/?.csv")).toEqual(["1.csv", "2.csv"]);
    expect(await find(["p/2.csv", "p/1*.csv"])).toEqual(["2.csv", "1.csv", "10.csv"]);
    expect(await find("p/a*.csv")).toEqual(["a*.csv"]);
    expect(await find(["p/1.csv", "p/*/1.csv"])).toEqual(["p/1.csv", "p/q/1.csv"]);
  });

  it.each<[string, string | string[], string]>([
    ["a pattern that matches nothing", "none/*.csv.gz", "/none/*.csv.gz: no file matches (sources.order_lines.path)"],
    ["a file that is missing from a list", ["p/1.csv", "p/0.csv"], "/p/0.csv: no such file (sources.order_lines.path)"],
    ["a folder", "p", "/p: a folder; name one file, or several"],
    ["a file named twice", ["p/1.csv", "p/1*.csv"], "/p/1.csv: named twice (sources.order_lines.path)"],
  ])("is refused where it is %s", async (_, path, message) => {
    await expect(find(path)).rejects.toThrow(message);
  });
});

it("nothing is read again until a file changes, comes or goes", async () => {
  write({"s/1.csv": "order_id,amount\n1,1\n", "s/2.csv": "order_id,amount\n2,2\n3,x\n"});
  const store = async () => {
    let hasRead = false;
    const {reports, rows} = await storeSource(
      {
        loaded,
        store: openStore(join(folder, "store")),
        hashes: openFileHashes(join(folder, "store")),
        progress: {
          ...reportTo(undefined),
          start(name) {
            hasRead = true;
            return reportTo(undefined).start(name);
          },
        },
        engine: async () => engine(),
        generatedFolder: join(folder, "private/generated"),
      },
      "order_lines",
      completeSource({...csv({path: "s/*.csv"})}),
    );
    return {hasRead, rows, files: reports.map(({file, sha256}) => `${file} ${sha256.length}`)};
  };
  const two = ["1.csv 64", "2.csv 64"];
  expect(await store()).toEqual({hasRead: true, rows: 2, files: two});
  expect(await store()).toEqual({hasRead: false, rows: 2, files: two});
  write({"s/2.csv": "order_id,amount\n2,2\n"});
  expect(await store()).toEqual({hasRead: true, rows: 2, files: two});
  write({"s/3.csv": "order_id,amount\n3,3\n"});
  expect(await store()).toEqual({hasRead: true, rows: 3, files: [...two, "3.csv 64"]});
});
