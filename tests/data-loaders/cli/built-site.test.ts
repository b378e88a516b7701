import {mkdirSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {openBuiltSites} from "../../../data-loaders/cli/built-site.ts";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

it("a site is known as long as files, options and secrets are what they were", () =>
  inTemporaryFolder(async (folder) => {
    const out = join(folder, "site");
    mkdirSync(join(out, "en"), {recursive: true});
    writeFileSync(join(out, "en/index.html"), "1");
    const config = (name = "Shop") => defineConfig({name, sources: {order_lines: {kind: "csv", path: "lines.csv"}}});
    const open = (options: unknown = "/", shop = config()) =>
      openBuiltSites(join(folder, "private"), out, shop, options);
    expect(await open().maybeData()).toBeUndefined();
    await open().record("figures");
    expect(await open().maybeData()).toBe("figures");
    expect(await open("/crm/").maybeData()).toBeUndefined();
    expect(await open("/", config("Other")).maybeData()).toBeUndefined();
    vi.stubEnv("SHOP_TOKEN", "another-secret-1");
    expect(await open().maybeData()).toBeUndefined();
    vi.unstubAllEnvs();
    expect(await open().maybeData()).toBe("figures");
    utimesSync(join(out, "en/index.html"), 1, 1);
    expect(await open().maybeData()).toBeUndefined();
  }));
