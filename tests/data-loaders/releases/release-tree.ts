import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {draftRelease, listed} from "../../../data-loaders/releases/draft-release.ts";
import {writePointers} from "../../../data-loaders/releases/pointers.ts";
import {putRelease} from "../../../data-loaders/releases/put-release.ts";
import type {ReleaseIndex} from "../../../data-loaders/releases/release-index.ts";
import {getManifest} from "../../../data-loaders/releases/release-manifest.ts";
import {withReleases} from "../../../data-loaders/releases/with-releases.ts";
import {contentPolicy} from "../../../data-loaders/site/content-policy.ts";
import type {Manifest} from "../../../data-loaders/warehouse/manifest.ts";

const script = 'import {draw} from "../_npm/plot@1/11111111.js";\ndraw();';

/** A built site of a page, a library that imports another, a font and a table; `figure` stands on the page. */
function makeSite(folder: string, figure: number): string {
  const body = `<script type="module">${script}</script>`;
  const files = {
    "index.html": "<!DOCTYPE html><p>home</p>",
    "404.html": "<!DOCTYPE html><p>nothing</p>",
    "en/page.html": `<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${contentPolicy(body).replaceAll('"', "&quot;")}"><link rel="preload" href="../_npm/inter@5/latin.woff2">${body}<p>${figure}</p>`,
    "en/same.html": "<!DOCTYPE html><p>the same in every release</p>",
    "_npm/plot@1/11111111.js": 'import {scale} from "../d3@7/22222222.js";\nexport const draw = scale;',
    "_npm/d3@7/22222222.js": "export const scale = 1;",
    "_npm/inter@5/latin.woff2": "a font",
    "_file/data/sales.12345678.arrow": `rows of ${figure}`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const published = {asOf: "2026-10-31", months: ["2026-09", "2026-10"], tables: [], sources: []};

/** Puts a release of such a site into a folder, and returns its id. */
export function addRelease(root: string, figure: number): Promise<string> {
  return withReleases(root, async (known) => {
    const index: ReleaseIndex = {basePath: "/", title: "Shop", latest: null, releases: [], ...known};
    const manifest = {...published, definitions: {version: "1", hash: "d"}} as unknown as Manifest;
    const fingerprints = {data: `data of ${figure}`, code: "code", configuration: "options"};
    const origin = {
      ...{commit: null, isDirty: null, configuration: {}, quality: [], libraries: {}, restatements: null},
    };
    const site = makeSite(join(root, "..", `site-${figure}`), figure);
    const draft = await draftRelease(site, {index, manifest, fingerprints, origin});
    const newest = index.releases.at(-1);
    const hash = await putRelease(root, draft, newest ? [await getManifest(root, newest)] : []);
    const {id} = draft.manifest;
    await writePointers(root, {
      ...index,
      latest: id,
      releases: [...index.releases, listed(draft.manifest, hash)],
    });
    return id;
  });
}
