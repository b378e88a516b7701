import {mkdir, rename} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../user-error.ts";
import {stagingFolder} from "./place-file.ts";
import {writePointers} from "./pointers.ts";
import {getRelease, type ReleaseIndex} from "./release-index.ts";
import {withReleases} from "./with-releases.ts";

/** Leads readers to another release; none is changed or removed. */
export function rollBack(root: string, id: string): Promise<void> {
  return change(root, (index) => ({...index, latest: getRelease(index, id).id}));
}

/** Says whether `prune` leaves a release alone. */
export function pin(root: string, id: string, isPinned: boolean): Promise<void> {
  return change(root, (index) => {
    getRelease(index, id);
    return {
      ...index,
      releases: index.releases.map((release) => (release.id === id ? {...release, isPinned} : release)),
    };
  });
}

/**
 * Removes all releases but the newest, and shared files that only they needed. Releases that are pinned stay, and so does
 * the one that readers are led to.
 *
 * @returns ids of what was removed
 */
export async function prune(root: string, keep: number): Promise<string[]> {
  return withReleases(root, async (index) => {
    const gone = listPrunable(requireIndex(root, index), keep);
    // First nothing leads to them, then they go, each at once.
    await writePointers(root, {...index!, releases: index!.releases.filter(({id}) => !gone.includes(id))});
    await mkdir(join(root, stagingFolder), {recursive: true});
    for (const id of gone) await rename(join(root, "r", id), join(root, stagingFolder, id));
    return gone;
  });
}

/** The releases that `prune` would remove, oldest first. */
export function listPrunable({releases, latest}: ReleaseIndex, keep: number): string[] {
  const old = releases.slice(0, Math.max(0, releases.length - keep));
  return old.filter(({id, isPinned}) => !isPinned && id !== latest).map(({id}) => id);
}

function change(root: string, edit: (index: ReleaseIndex) => ReleaseIndex): Promise<void> {
  return withReleases(root, (index) => writePointers(root, edit(requireIndex(root, index))));
}

function requireIndex(root: string, index: ReleaseIndex | undefined): ReleaseIndex {
  if (index) return index;
  throw new UserError(`${root}: no releases here; npm run release makes the first`);
}
