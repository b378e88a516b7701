/** Pages of a language beside the reports, in the groups of the navigation; a group's name leads to its first page. */
export const pageGroups = [
  {key: "segments", pages: ["segments", "profile", "census", "thresholds"]},
  {key: "retention", pages: ["retention"]},
  {key: "explore", pages: ["explore"]},
  {key: "data", pages: ["quality", "sources", "tables"]},
] as const;
