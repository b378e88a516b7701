import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {listTrackedFiles} from "./list-tracked-files.ts";

const repository = join(import.meta.dirname, "../..");

// Brackets keep these patterns from finding themselves.
const unwanted: Record<string, RegExp> = {
  "a folder of one machine": /(?<![\w.}-])\/(work|root|home\/\w+|Users\/\w+)[/]|bash[_]jobs/,
  "a package registry": /\bregistry[.][\w-]+\.\w+|\b(artifactory|nexus|verdaccio)[.\w-]*[.]\w+\//,
  "a note to come back": /\b(TO[D]O|FIX[M]E|X[X]X)\b/,
};

it.each(Object.entries(unwanted))("no file holds %s", (_, pattern) => {
  const texts = listTrackedFiles().filter((file) => !file.endsWith(".png"));
  const found = texts.flatMap((file) => {
    const lines = readFileSync(join(repository, file), "utf8").split("\n");
    return lines.flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim().slice(0, 120)}`] : []));
  });
  expect(found).toEqual([]);
});
