import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test, vi} from "vitest";
import {fromEnvironment} from "../../../data-loaders/config/from-environment.ts";
import {loadConfig} from "../../../data-loaders/config/load-config.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

/** Reads a configuration that has this text. */
function load(text: string) {
  return inTemporaryFolder((folder) => {
    writeFileSync(join(folder, "shop.config.ts"), text);
    return loadConfig(join(folder, "shop.config.ts"));
  });
}

test("a configuration knows its file and folder, and has its defaults", async () => {
  const {config, file, folder} = await load(
    `export default {name: "Shop", sources: {order_lines: {kind: "csv", path: "x.csv"}}};`,
  );
  expect(file).toBe(join(folder, "shop.config.ts"));
  expect(config.rfm.recencyDays).toEqual([30, 60, 90, 180]);
});

test("a file that is not there, or exports nothing, is named", async () => {
  await expect(loadConfig("no/such.config.ts")).rejects.toThrow("no/such.config.ts: no such configuration file");
  await expect(load("export const x = 1;")).rejects.toThrow(
    "shop.config.ts: expected `export default defineConfig({…})`",
  );
});

test("every refused option is named after the file", async () => {
  await expect(
    load(`export default {name: "", currency: "?", sources: {order_lines: {kind: "csv", path: "x"}}};`),
  ).rejects.toThrow(/shop\.config\.ts: name: .+\n.+shop\.config\.ts: currency: expected a currency code such as TRY/);
});

test("fromEnvironment reads a variable, and says what it should hold where it is not set", () => {
  vi.stubEnv("MUDAVIM_TEST_FILE", "a.csv");
  expect(fromEnvironment("MUDAVIM_TEST_FILE", "the orders")).toBe("a.csv");
  vi.stubEnv("MUDAVIM_TEST_FILE", "");
  expect(() => fromEnvironment("MUDAVIM_TEST_FILE", "the orders")).toThrow(
    "the environment variable MUDAVIM_TEST_FILE is not set; it names the orders",
  );
  vi.unstubAllEnvs();
});
