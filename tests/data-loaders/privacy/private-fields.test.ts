import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {entities} from "../../../data-loaders/entities/entities.ts";
import {privateColumns, privateFields, publicFields} from "../../../data-loaders/privacy/private-fields.ts";
import {projectRoot} from "../../../data-loaders/project.ts";
import {parseContract} from "../../../data-loaders/warehouse/contract.ts";

test("every field that is named exists, and none is both private and public", () => {
  for (const fields of [privateFields, publicFields])
    for (const [entity, names] of Object.entries(fields))
      expect(Object.keys(entities[entity]!.fields)).toEqual(
        expect.arrayContaining(Array.isArray(names) ? names : Object.keys(names)),
      );
  for (const [entity, names] of Object.entries(publicFields))
    expect(names.filter((name) => name in (privateFields[entity] ?? {}))).toEqual([]);
});

test("every field that names somebody, or says that it is private, is known to be", () => {
  const isPublicNumber = (name: string) => ["product_id", "campaign_id", "offer_id"].includes(name);
  for (const [entity, {fields}] of Object.entries(entities))
    for (const [name, {about}] of Object.entries(fields))
      if ((name.endsWith("_id") && !isPublicNumber(name)) || /private/.test(about))
        expect([entity, name, name in (privateFields[entity] ?? {})]).toEqual([entity, name, true]);
});

test("no published table declares a private column", () => {
  const folder = join(projectRoot, "src/data");
  const declared = readdirSync(folder)
    .filter((file) => file.endsWith(".arrow.sql"))
    .flatMap((file) => parseContract(readFileSync(join(folder, file), "utf8")).columns.map(({name}) => name));
  expect(declared.length).toBeGreaterThan(20);
  expect(declared.filter((name) => privateColumns.has(name))).toEqual([]);
});
