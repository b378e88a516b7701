import {z} from "zod";
import {rfmSchema} from "./rfm-schema.ts";
import {type Segment, segmentMapSchema} from "./segment-map.ts";

type Rfm = z.output<typeof rfmSchema>;

/** Other definitions under which the newest month is counted too, to see who would be where. */
export const alternativesSchema = z
  .array(
    z.strictObject({
      /** What the report calls it. */
      name: z.string().min(1),
      /** Options of `rfm` that differ; the others are the report's own. */
      rfm: z
        .custom<Partial<z.input<typeof rfmSchema>>>((value) => typeof value === "object" && value !== null)
        .default({}),
      /** Another segment map; absent: the report's own. */
      segments: segmentMapSchema.optional(),
    }),
  )
  .max(3, "at most three alternatives: each costs a scoring of everybody")
  .refine((list) => new Set(list.map(({name}) => name)).size === list.length, "each name once")
  .default([]);

/** A definition beside the report's own, complete. */
export interface Alternative {
  name: string;
  rfm: Rfm;
  segments: Segment[];
}

/**
 * Completes alternatives by the report's own options.
 *
 * @param refuse told what is wrong with an option: where it stands below `alternatives`, and why
 */
export function completeAlternatives(
  alternatives: z.output<typeof alternativesSchema>,
  own: {rfm: Rfm; segments: Segment[]},
  refuse: (path: (string | number)[], message: string) => void,
): Alternative[] {
  return alternatives.map(({name, rfm, segments}, i) => {
    const complete = rfmSchema.safeParse({...own.rfm, ...rfm});
    for (const {path, message} of complete.error?.issues ?? [])
      refuse([i, "rfm", ...path.map((part) => (typeof part === "number" ? part : String(part)))], message);
    return {name, rfm: complete.data ?? own.rfm, segments: segments ?? own.segments};
  });
}
