import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {joinPolicies} from "../site/host-files.ts";
import {listFiles} from "../site/list-files.ts";
import type {Manifest} from "../warehouse/manifest.ts";
import {describeFiles, sha256} from "./hash-files.ts";
import type {DraftRelease} from "./put-release.ts";
import {formatReleaseId} from "./release-id.ts";
import {type ListedRelease, nextSequence, type ReleaseIndex} from "./release-index.ts";
import {hashContent, type ReleaseManifest} from "./release-manifest.ts";
import {listPolicies} from "./renew-policy.ts";
import {type Files, shareAssets} from "./share-assets.ts";

/** What decides a release's content. */
export type Fingerprints = Pick<ListedRelease["hashes"], "data" | "code" | "configuration">;

/** What a release tells about how it was made. */
export type Origin = Pick<
  ReleaseManifest,
  "commit" | "isDirty" | "configuration" | "quality" | "libraries" | "restatements"
>;

/**
 * Tables that tell of earlier releases: a new release of the same data has other rows in them, and is no news. Who is
 * restated in `move-causes` no longer is once a release has published the state; everything else in it decides other tables too.
 */
export const tablesAboutReleases = ["restatements", "move-causes"];

/** One hash of what is published: two runs with the same one give the same figures. */
export function hashData({shop, asOf, months, definitions, tables}: Manifest): string {
  const files = tables.filter(({name}) => !tablesAboutReleases.includes(name)).map(({name, sha256}) => [name, sha256]);
  return sha256(JSON.stringify([shop, asOf, months, definitions, files]));
}

/** Whether a release has what another run would give. */
export function isSame({hashes}: ListedRelease, {data, code, configuration}: Fingerprints): boolean {
  return hashes.data === data && hashes.code === code && hashes.configuration === configuration;
}

/** Files that a host looks for at the root of what it serves: there they lead to releases (pointers.ts). */
const ofRoot = new Set(["404.html", ".nojekyll", "_headers", ".htaccess", "nginx.conf"]);

/** Makes a release of a built site, in memory. */
export async function draftRelease(
  site: string,
  {
    index,
    manifest,
    fingerprints,
    origin,
  }: {
    index: ReleaseIndex;
    manifest: Manifest;
    fingerprints: Fingerprints;
    origin: Origin;
  },
): Promise<DraftRelease> {
  const built: Files = new Map();
  for (const path of await listFiles(site)) if (!ofRoot.has(path)) built.set(path, await readFile(join(site, path)));
  const {own, shared} = shareAssets(built);
  const files = describeFiles(own);
  const content = hashContent(files);
  const month = manifest.months.at(-1)!;
  const id = formatReleaseId({month, sequence: nextSequence(index, month), hash: content});
  const {commit, isDirty, ...made} = origin;
  const contents = new Map([...shared, ...[...own].map(([path, bytes]) => [`r/${id}/${path}`, bytes] as const)]);
  return {
    manifest: {
      id,
      month,
      asOf: manifest.asOf,
      supersedes: index.releases.findLast((release) => release.month === month)?.id ?? null,
      commit,
      isDirty,
      policy: joinPolicies(listPolicies(own)),
      hashes: {content, ...fingerprints, definitions: manifest.definitions.hash},
      definitions: manifest.definitions,
      ...made,
      inputs: manifest.sources,
      tables: manifest.tables.map(({name, file, rows, bytes, sha256}) => ({name, file, rows, bytes, sha256})),
      files,
      shared: describeFiles(shared),
    },
    contents: async (path) => contents.get(path)!,
  };
}

/** How the index lists a release. */
export function listed(
  {id, month, asOf, supersedes, commit, policy, hashes}: ReleaseManifest,
  manifest: string,
): ListedRelease {
  return {id, month, asOf, supersedes, commit, hashes: {...hashes, manifest}, policy, isPinned: false};
}
