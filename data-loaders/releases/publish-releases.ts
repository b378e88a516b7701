import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../user-error.ts";
import {writePointers} from "./pointers.ts";
import {putRelease} from "./put-release.ts";
import {getIndex, type ListedRelease, type ReleaseIndex} from "./release-index.ts";
import {getManifest, type ReleaseManifest} from "./release-manifest.ts";
import {withReleases} from "./with-releases.ts";

/**
 * Copies the releases of a folder into another one: each new release whole, the pointers last. Releases that only the other
 * folder has stay there and stay listed; a file that is there and right is not written again.
 *
 * @returns ids of the releases that were new to it
 * @throws UserError where one id names two different releases, and where a source file is missing or damaged
 */
export async function publishReleases(from: string, to: string): Promise<string[]> {
  const source = await getIndex(from);
  return withReleases(to, async (known) => {
    const present = known?.releases ?? [];
    const added: string[] = [];
    const manifests: ReleaseManifest[] = [];
    for (const release of present.slice(-1)) manifests.push(await getManifest(to, release));
    for (const release of source.releases) {
      const twin = present.find(({id}) => id === release.id);
      if (twin && twin.hashes.manifest !== release.hashes.manifest)
        throw new UserError(`${release.id}: ${to} has another release of that id`);
      if (twin) continue;
      const manifest = await getManifest(from, release);
      await putRelease(to, {manifest, contents: (path) => readFile(join(from, path))}, manifests.slice(-1));
      manifests.push(manifest);
      added.push(release.id);
      await writePointers(to, {...merge(source, present, added), latest: known?.latest ?? null});
    }
    await writePointers(to, merge(source, present, added));
    return added;
  });
}

/** What the other folder lists once these releases are in it. */
function merge(source: ReleaseIndex, present: readonly ListedRelease[], added: readonly string[]): ReleaseIndex {
  const own = new Map(source.releases.map((release) => [release.id, release]));
  const kept = present.map((release) => own.get(release.id) ?? release);
  return {...source, releases: [...kept, ...added.map((id) => own.get(id)!)]};
}
