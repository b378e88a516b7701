import {raw} from "../markup.ts";

/** The pattern of incomplete months, defined once per page; charts fill with `url(#hatch)`. */
export const hatchDefinition = raw(
  '<svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs></svg>',
);
