import {type Markup, markup, raw} from "./markup.ts";
import type {SegmentState} from "./segment-lookup.ts";

/** A segment's name beside its colour. */
export function segmentName({label, colour}: Pick<SegmentState, "label" | "colour">): Markup {
  return markup`<span class="segment"><i style="--c:${colour}"></i>${label}</span>`;
}

/** A path through segments: Champions → Loyal → At Risk. */
export function segmentPath(states: readonly SegmentState[]): Markup {
  return markup`<span class="path">${states.map((state, i) => [i > 0 && raw(' <span class="arrow">→</span> '), segmentName(state)])}</span>`;
}
