/** Pages of a language beside the reports, in the groups of the navigation; a group's name leads to its first page. */
export const pageGroups = [
  {key: "segments", pages: ["segments", "profile", "census", "thresholds"]},
  {key: "retention", pages: ["retention", "frequency", "churn"]},
  {key: "value", pages: ["value", "backtest"]},
  {key: "baskets", pages: ["rules", "sequences", "lives", "affinity", "levers"]},
  {key: "explore", pages: ["explore"]},
  {key: "data", pages: ["quality", "sources", "tables", "releases"]},
] as const;
