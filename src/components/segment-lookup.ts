import type {Language} from "./language.ts";
import type {SegmentRow} from "./segment-rows.ts";

/** A state as pages name and draw it. */
export interface SegmentState {
  key: string;
  label: string;
  colour: string;
  kind: "segment" | "pool";
  order: number;
}

/** The shared palette and label table, in one language. */
export interface SegmentLookup {
  /** Every state, strongest first. */
  states: SegmentState[];
  /** The segments alone, without the pool states. */
  segments: SegmentState[];
  get(key: string): SegmentState;
  label(key: string): string;
  labels(keys: readonly string[]): string[];
  isSegment(key: string): boolean;
}

/** Reads the label table. An unknown key is an error: every table and page must speak of the same states. */
export function getSegmentLookup(rows: readonly SegmentRow[], lang: Language): SegmentLookup {
  const states = rows
    .map((row) => ({
      key: row.key,
      label: (lang === "tr" ? row.label_tr : row.label_en).replaceAll("'", "’"),
      colour: /^#[0-9a-f]{6}$/i.test(row.colour) ? row.colour : "#8D8D92",
      kind: row.kind,
      order: row.order,
    }))
    .sort((a, b) => a.order - b.order);
  const byKey = new Map(states.map((state) => [state.key, state]));
  const get = (key: string) => {
    const state = byKey.get(key);
    if (!state) throw new Error(`unknown segment: ${key}`);
    return state;
  };
  return {
    states,
    segments: states.filter((state) => state.kind === "segment"),
    get,
    label: (key) => get(key).label,
    labels: (keys) => keys.map((key) => get(key).label),
    isSegment: (key) => get(key).kind === "segment",
  };
}
