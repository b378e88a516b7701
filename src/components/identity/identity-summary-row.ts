/** One row per figure about who is who; a change is null where no private state tells what was before. */
export interface IdentitySummaryRow {
  measure: "accounts" | "persons" | "linked" | "refused" | "merged" | "split" | "alias" | "anchor";
  kind: "all" | "email" | "phone" | "card" | "social" | "visitor";
  total: number | null;
}
