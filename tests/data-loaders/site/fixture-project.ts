import {createHash} from "node:crypto";
import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {onTestFinished} from "vitest";

export const repository = join(import.meta.dirname, "../../..");

export const reportPaths = ["/tr/report/2026-09", "/tr/report/2026-10", "/en/report/2026-09", "/en/report/2026-10"];

/** A folder that is removed when the test ends. */
export function temporaryFolder(name = "site"): string {
  const folder = mkdtempSync(join(tmpdir(), `mudavim-${name}-`));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

export function write(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), contents);
  }
}

/** The least project that Framework builds as it builds ours: the packages and the lockfile are this repository's. */
export function createProject(): string {
  const root = temporaryFolder("project");
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  cpSync(join(repository, "package-lock.json"), join(root, "package-lock.json"));
  const site = JSON.stringify(join(repository, "data-loaders/site/site-config.ts"));
  write(root, {
    "package.json": '{"type": "module"}',
    "observablehq.config.ts": `
      import {siteConfig} from ${site};
      import {siteHeader} from "./src/components/site-header.ts";
      export default siteConfig({projectRoot: ${JSON.stringify(repository)}, siteHeader});`,
    "src/components/site-header.ts":
      'export const siteHeader = ({lang, newestMonth}: any) => `<nav>${lang} <a href="/${lang}/report/${newestMonth}">${newestMonth}</a></nav>`;',
    "src/components/chart.ts":
      'import * as Plot from "npm:@observablehq/plot";\nexport const chart = (data: unknown[]) => Plot.barY(data, {y: "n"}).plot();',
    "src/style.css": 'body {\n  font-family: "Inter", sans-serif;\n}\n',
    "src/data/flows.arrow.sql": "select 1",
    "src/data/manifest.json.ts": "export default 1;",
    "src/[lang]/report/[month].md.ts": "export default 1;",
    "src/en/explore.md":
      '# Explore\n\n```js\nimport {chart} from "../components/chart.js";\ndisplay(chart(await FileAttachment("../data/flows.arrow").arrow()));\n```\n\n```js\nsql`select 1`\n```\n',
  });
  return root;
}

const flows = (n: number) => tableToIPC(tableFromArrays({n: Int32Array.from([1, 2, n])}), "stream");

export const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** What the loaders of the project make. */
export function loaderOutputs(n = 3): Record<string, string | Uint8Array> {
  const bytes = flows(n);
  const manifest = {
    months: ["2026-09", "2026-10"],
    shop: {languages: ["tr", "en"]},
    tables: [{file: "flows.arrow", bytes: bytes.length, sha256: sha256(bytes)}],
  };
  return {
    "data/flows.arrow": bytes,
    "data/manifest.json": JSON.stringify(manifest),
    ...Object.fromEntries(
      reportPaths.map((path) => [
        `${path.slice(1)}.md`,
        `---\ntitle: Rapor\n---\n<div class="page">\n<a href="${path}">${path}</a>\n</div>\n`,
      ]),
    ),
  };
}
