import {statSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {openKey} from "../../../data-loaders/identity/open-key.ts";
import {chooseKey, demoKey, pseudonymOf} from "../../../data-loaders/identity/pseudonym.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {demo} from "../../../data-loaders/sources/demo-source.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

const generate = () => "made up on this machine";

describe("a pseudonymous id", () => {
  test("is HMAC-SHA-256, as RFC 4231 has it (test case 2)", () => {
    expect(pseudonymOf("what do ya want for nothing?", "Jefe")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  test("differs by anchor and by key, and is the same every time", () => {
    const ids = ["M1", "M2", "İ"].flatMap((anchor) =>
      [demoKey, "another key of the shop"].map((key) => pseudonymOf(anchor, key)),
    );
    expect(new Set(ids).size).toBe(6);
    expect(ids[0]).toBe(pseudonymOf("M1", demoKey));
  });
});

describe("its key", () => {
  test("is the demo's own, whatever the environment says", () => {
    expect(chooseKey({isDemo: true, environment: {CI: "1", MUDAVIM_KEY: "x".repeat(32)}, generate})).toEqual({
      key: demoKey,
      isNew: false,
    });
  });

  test("is the environment's before the one that was kept", () => {
    const environment = {MUDAVIM_KEY: "k".repeat(32), CI: "true"};
    expect(chooseKey({isDemo: false, environment, stored: "kept", generate})).toEqual({
      key: "k".repeat(32),
      isNew: false,
    });
  });

  test("is missing where CI is set, even if one was kept", () => {
    expect(() => chooseKey({isDemo: false, environment: {CI: "true"}, stored: "kept", generate})).toThrow(
      /^missing MUDAVIM_KEY/,
    );
  });

  test("that can be guessed is refused", () => {
    expect(() => chooseKey({isDemo: false, environment: {MUDAVIM_KEY: "secret"}, generate})).toThrow(
      "invalid MUDAVIM_KEY: 6 characters, expected at least 16",
    );
  });

  test("is made up once on a machine of one's own, and kept where only its owner reads", () =>
    inTemporaryFolder(async (folder) => {
      const config = defineConfig({name: "Shop", sources: {order_lines: csv({path: "x.csv"})}});
      const key = openKey(config, folder, {});
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(openKey(config, folder, {})).toBe(key);
      expect(openKey(config, folder, {MUDAVIM_KEY: "k".repeat(32)})).toBe("k".repeat(32));
      expect(statSync(join(folder, "state/pseudonym-key")).mode & 0o777).toBe(0o600);
      expect(openKey(defineConfig({name: "Demo", sources: demo()}), folder, {CI: "1"})).toBe(demoKey);
    }));
});
