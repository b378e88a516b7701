import {basename, join} from "node:path";
import {expect, it} from "vitest";
import {findPublicData} from "../public-data.ts";

it("findPublicData(path) finds a file, and says what is skipped without it", () => {
  const warnings: string[] = [];
  const find = (path: string) => findPublicData(path, import.meta.dirname, (message) => void warnings.push(message));
  expect(find(basename(import.meta.filename))).toBe(join(import.meta.dirname, "public-data.test.ts"));
  expect(warnings).toEqual([]);
  expect(find("cdnow/cdnow.csv")).toBeUndefined();
  expect(warnings).toEqual([expect.stringContaining("SKIPPED, what needs cdnow/cdnow.csv: it is not in ")]);
});
