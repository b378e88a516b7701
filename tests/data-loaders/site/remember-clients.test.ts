import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, inject, test} from "vitest";
import {forgetClients, rememberClients} from "../../../data-loaders/site/remember-clients.ts";

const folder = join(inject("runFolder"), "clients");
mkdirSync(folder, {recursive: true});

const kept = () => readdirSync(join(folder, "clients")).sort();

type Bundle = (input: string, root: string, path: string, options: {define: object}) => Promise<string>;

test("Framework bundles a script of its client once for a cache of libraries", async () => {
  rememberClients(folder, "lockfile A");
  const rollup = "@observablehq/framework/dist/rollup.js";
  const {rollupClient} = (await import(rollup)) as {rollupClient: Bundle};
  const input = join(folder, "tell.js");
  writeFileSync(input, "export const tell = () => WHAT;");
  const bundle = (what: string) => rollupClient(input, "src", "/_observablehq/tell.js", {define: {WHAT: `"${what}"`}});
  const first = await bundle("evet");
  expect(first).toContain("evet");
  expect(await bundle("yok")).toContain("yok");
  expect(kept()).toHaveLength(2);

  const [one] = kept().filter((name) => readFileSync(join(folder, "clients", name), "utf8") === first);
  writeFileSync(join(folder, "clients", one!), "kept");
  expect(await bundle("evet")).toBe("kept");
  rememberClients(folder, "lockfile B");
  expect(await bundle("evet")).toBe(first);
  expect(kept()).toHaveLength(3);

  await forgetClients(folder);
  expect(readdirSync(folder)).toEqual(["tell.js"]);
});
