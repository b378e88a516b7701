/** What an id says: the data's last month, which release of that month it is, and the beginning of its content's hash. */
export interface ReleaseId {
  month: string;
  sequence: number;
  hash: string;
}

/** Writes an id: `2026-10-1-3f9a2c1b`. */
export function formatReleaseId({month, sequence, hash}: ReleaseId): string {
  return `${month}-${sequence}-${hash.slice(0, 8)}`;
}

/** Reads an id; undefined for any other text, so that no id is ever a path. */
export function maybeReleaseId(text: string): ReleaseId | undefined {
  const [, month, sequence, hash] = /^(\d{4}-\d{2})-([1-9]\d{0,5})-([\da-f]{8})$/.exec(text) ?? [];
  return hash ? {month: month!, sequence: Number(sequence), hash} : undefined;
}
