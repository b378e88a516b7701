import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../user-error.ts";
import {maybeReleaseId} from "./release-id.ts";

export const indexFile = "releases.json";

/** A release as `releases.json` lists it. Nothing in it is of the moment: the same releases give the same bytes. */
export interface ListedRelease {
  id: string;
  /** The last month of its data, and the last day: `2026-10`, `2026-10-31`. */
  month: string;
  asOf: string;
  /** The release of the same month that it takes the place of. */
  supersedes: string | null;
  /** The commit that it was made from; null outside of a repository. */
  commit: string | null;
  hashes: {
    /** Of all files of its site. */
    content: string;
    /** Of what decided them: the published tables, the program, the configuration. */
    data: string;
    code: string;
    configuration: string;
    definitions: string;
    /** SHA-256 of its `release.json`. */
    manifest: string;
  };
  /** What any of its pages needs to be allowed. */
  policy: string;
  /** Whether `prune` leaves it alone. */
  isPinned: boolean;
}

export interface ReleaseIndex {
  /** Where the folder of releases is served: "/" or "/crm/". */
  basePath: string;
  title: string;
  /** The release that readers are led to; null: there is none yet. */
  latest: string | null;
  /** In the order in which they were made. */
  releases: ListedRelease[];
}

/**
 * Reads the index of a folder of releases; undefined where there is none.
 *
 * @throws UserError for an index that cannot be read
 */
export async function maybeIndex(root: string): Promise<ReleaseIndex | undefined> {
  const file = join(root, indexFile);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const index = parseIndex(text);
  if (!index) throw new UserError(`${file}: not an index of releases; bring the file back, for example from latest/`);
  return index;
}

/** Reads the index of a folder that must have one. */
export async function getIndex(root: string): Promise<ReleaseIndex> {
  const index = await maybeIndex(root);
  if (!index) throw new UserError(`${root}: no releases here; npm run release makes the first`);
  return index;
}

export const formatIndex = (index: ReleaseIndex) => `${JSON.stringify(index, null, 2)}\n`;

/** A release of an index by its id. */
export function getRelease(index: ReleaseIndex, id: string): ListedRelease {
  const found = index.releases.find((release) => release.id === id);
  if (found) return found;
  const known = index.releases.map((release) => release.id);
  throw new UserError(`unknown release ${JSON.stringify(id)}; there are ${known.slice(-5).join(", ") || "none"}`);
}

/** The number that the next release of a month gets. */
export function nextSequence({releases}: ReleaseIndex, month: string): number {
  const sequences = releases.filter((release) => release.month === month).map(({id}) => maybeReleaseId(id)!.sequence);
  return Math.max(0, ...sequences) + 1;
}

function parseIndex(text: string): ReleaseIndex | undefined {
  try {
    const index = JSON.parse(text) as ReleaseIndex;
    const ids = index.releases.map(({id, hashes}) => (hashes.manifest ? maybeReleaseId(id) : undefined));
    const isListed = index.latest === null || index.releases.some(({id}) => id === index.latest);
    return ids.includes(undefined) || !isListed || typeof index.basePath !== "string" ? undefined : index;
  } catch {
    return undefined;
  }
}
