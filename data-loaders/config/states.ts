import {z} from "zod";
import type {Segment} from "./segment-map.ts";

/** A state outside the scored pool; `unknown` occurs only as the origin of a movement. */
export interface PoolState {
  key: "lapsed" | "outside" | "prospect" | "unknown";
  label: {tr: string; en: string};
  colour: string;
}

/** The states of people who are not scored at a snapshot, in the order in which tables show them. */
export const poolStates: readonly PoolState[] = [
  {key: "lapsed", label: {tr: "Süresi geçmiş", en: "Lapsed"}, colour: "#B8B8BD"},
  {key: "outside", label: {tr: "Havuz dışı", en: "Outside the pool"}, colour: "#C9C9CE"},
  {key: "prospect", label: {tr: "Henüz almamış", en: "Prospect"}, colour: "#DADADF"},
  {key: "unknown", label: {tr: "Yeni gelen", en: "Newly known"}, colour: "#DADADF"},
];

const namesSchema = z.strictObject({
  label: z.strictObject({tr: z.string().min(1), en: z.string().min(1)}).optional(),
  colour: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/, "expected a colour such as #0F4C81")
    .optional(),
});

/** Other names and colours for the states outside the pool. */
export const poolStatesSchema = z.strictObject({
  lapsed: namesSchema.optional(),
  outside: namesSchema.optional(),
  prospect: namesSchema.optional(),
  unknown: namesSchema.optional(),
});

type NamedPoolStates = Record<PoolState["key"], Pick<PoolState, "label" | "colour">>;

/** The states outside the pool under the names that a configuration gives them. */
export function namePoolStates(named: z.output<typeof poolStatesSchema>): NamedPoolStates {
  const entries = poolStates.map(({key, label, colour}) => [key, {label, colour, ...named[key]}]);
  return Object.fromEntries(entries) as NamedPoolStates;
}

/** Whether a key names a segment of the map or a pool state. */
export function isStateKey(key: string, segments: readonly Segment[]): boolean {
  return segments.some((segment) => segment.key === key) || poolStates.some((state) => state.key === key);
}
