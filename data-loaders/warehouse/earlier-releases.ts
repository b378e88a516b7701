/** A release that was published before the one that is being made. */
export interface EarlierRelease {
  id: string;
  /** The last month of its data, and the last day: `2026-10`, `2026-10-31`. */
  month: string;
  asOf: string;
  /** Version that the configuration gives to the definitions. */
  definitions: string;
  isPinned: boolean;
  /** Figures that it gave otherwise than the release before it, by cause; null: it compared with none. */
  restatements: Record<string, number> | null;
}

/** What a site tells of the releases before it. */
export interface EarlierReleases {
  /** In the order in which they were made. */
  releases: EarlierRelease[];
  /** The one whose figures were compared with; null: its private state is not at hand. */
  comparedWith: string | null;
}
