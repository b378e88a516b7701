import {z} from "zod";
import {type PoolState, poolStates} from "./states.ts";

const segmentSchema = z.strictObject({
  /** The key in every table: lower-case words joined by `_`. */
  key: z.string().regex(/^[a-z][a-z0-9_]*$/, "expected lower-case words joined by _"),
  label: z.strictObject({tr: z.string().min(1), en: z.string().min(1)}),
  colour: z.string().regex(/^#[0-9A-Fa-f]{6}$/, "expected a colour such as #0F4C81"),
  /** Parts of the grid, such as `R5 F4-5` or `R1-2 F3-4 M5`; without M the cell holds for every M. */
  cells: z.array(z.string()).min(1),
});

export type Segment = z.output<typeof segmentSchema>;

/** One cell of the R×F×M cube and the segment that owns it. */
export interface GridCell {
  r: number;
  f: number;
  m: number;
  segment: string;
}

/** The segments of a configuration: every cell of the cube owned by exactly one of them. */
export const segmentListSchema = z.array(segmentSchema).superRefine((segments, context) => {
  const seen = new Set<string>(poolStates.map((state) => state.key));
  segments.forEach((segment, i) => {
    if (seen.has(segment.key)) context.addIssue({code: "custom", path: [i, "key"], message: `${segment.key} is taken`});
    seen.add(segment.key);
  });
  for (const message of findGridProblems(segments)) context.addIssue({code: "custom", message});
});

/** A map that a configuration can name. */
interface BuiltInMap {
  segments: Segment[];
  /** Names of states outside the pool that belong to it. */
  poolStates: Partial<Record<PoolState["key"], {label: PoolState["label"]}>>;
  /** Its headline movement. */
  slide: {from: string[]; to: string[]};
}

/** The name of a built-in map, or a list of segments. */
export const segmentMapSchema = z
  .custom<"ten" | "four-groups" | z.input<typeof segmentListSchema>>()
  .transform((map) => (typeof map === "string" && Object.hasOwn(builtInMaps, map) ? builtInMaps[map].segments : map))
  .pipe(segmentListSchema);

/** The built-in map that a list of segments is, if it is one. */
export function findBuiltInMap(segments: readonly Segment[]): BuiltInMap | undefined {
  const keys = (list: readonly Segment[]) => list.map((segment) => segment.key).join();
  return Object.values(builtInMaps).find((map) => keys(map.segments) === keys(segments));
}

/**
 * The 125 cells of the R×F×M cube with their segments, ordered by R, F, M.
 *
 * @param segments segments whose cells have been validated by `segmentListSchema`
 */
export function listGridCells(segments: readonly Segment[]): GridCell[] {
  const owners = findOwners(segments);
  return listCube().map((cell) => ({...cell, segment: owners.get(nameCell(cell))![0]!}));
}

function findGridProblems(segments: readonly Segment[]): string[] {
  const malformed = segments.flatMap((segment) =>
    segment.cells
      .filter((cells) => !cellPattern.test(cells))
      .map(
        (cells) =>
          `${segment.key}: cannot read the cells ${JSON.stringify(cells)}; write for example "R1-2 F3" or "R5 F4-5 M1-3"`,
      ),
  );
  if (malformed.length) return malformed;
  const owners = findOwners(segments);
  const usesMonetary = segments.some((segment) => segment.cells.some((cells) => cells.includes("M")));
  return listCube()
    .filter((cell) => usesMonetary || cell.m === 1)
    .flatMap((cell) => {
      const name = usesMonetary ? nameCell(cell) : `R${cell.r} F${cell.f}`;
      const claims = owners.get(nameCell(cell)) ?? [];
      if (claims.length === 0) return [`cell ${name} belongs to no segment`];
      return claims.length > 1 ? [`cell ${name} is claimed by ${claims.join(" and ")}`] : [];
    });
}

const cellPattern = /^R([1-5])(?:-([1-5]))? F([1-5])(?:-([1-5]))?(?: M([1-5])(?:-([1-5]))?)?$/;

function findOwners(segments: readonly Segment[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const segment of segments)
    for (const cells of segment.cells) {
      const [, r1, r2, f1, f2, m1 = "1", m2 = m1 === "1" && !cells.includes("M") ? "5" : m1] = cellPattern.exec(cells)!;
      for (const cell of listCube())
        if (isWithin(cell.r, r1!, r2) && isWithin(cell.f, f1!, f2) && isWithin(cell.m, m1, m2))
          owners.set(nameCell(cell), [...(owners.get(nameCell(cell)) ?? []), segment.key]);
    }
  return owners;
}

function isWithin(score: number, low: string, high = low): boolean {
  return score >= Number(low) && score <= Number(high);
}

function nameCell({r, f, m}: {r: number; f: number; m: number}): string {
  return `R${r} F${f} M${m}`;
}

function listCube() {
  const scores = [1, 2, 3, 4, 5];
  return scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => ({r, f, m}))));
}

/** Ten segments over R×F, ordered by value. */
export const defaultSegments: Segment[] = [
  {key: "champions", label: {tr: "Champions", en: "Champions"}, colour: "#0F4C81", cells: ["R5 F4-5"]},
  {key: "loyal", label: {tr: "Loyal", en: "Loyal"}, colour: "#2F7FB8", cells: ["R3-4 F4-5"]},
  {
    key: "potential_loyalists",
    label: {tr: "Potential Loyalists", en: "Potential Loyalists"},
    colour: "#7DB7DE",
    cells: ["R4-5 F2-3"],
  },
  {key: "new_customers", label: {tr: "New Customers", en: "New Customers"}, colour: "#2A9D8F", cells: ["R5 F1"]},
  {key: "promising", label: {tr: "Promising", en: "Promising"}, colour: "#86CFC6", cells: ["R4 F1"]},
  {key: "need_attention", label: {tr: "Need Attention", en: "Need Attention"}, colour: "#F2C14E", cells: ["R3 F3"]},
  {key: "about_to_sleep", label: {tr: "About to Sleep", en: "About to Sleep"}, colour: "#E59F3C", cells: ["R3 F1-2"]},
  {key: "at_risk", label: {tr: "At Risk", en: "At Risk"}, colour: "#D1603D", cells: ["R1-2 F3-4"]},
  {key: "cant_lose", label: {tr: "Can't Lose", en: "Can't Lose"}, colour: "#9B2226", cells: ["R1-2 F5"]},
  {key: "hibernating", label: {tr: "Hibernating", en: "Hibernating"}, colour: "#8D8D92", cells: ["R1-2 F1-2"]},
];

/** The four groups of customer intelligence: new members, who are prospects; new buyers; regulars; and who escapes. */
const fourGroups: Segment[] = [
  {
    key: "regulars",
    label: {tr: "Sürekli alışveriş yapan", en: "Regular buyers"},
    colour: "#0F4C81",
    cells: ["R3-5 F2-5"],
  },
  {key: "new_buyers", label: {tr: "Yeni alışveriş yapan", en: "New buyers"}, colour: "#2A9D8F", cells: ["R4-5 F1"]},
  {key: "escaping", label: {tr: "Kaçan müşteri", en: "Escaping"}, colour: "#9B2226", cells: ["R1-2 F1-5", "R3 F1"]},
];

const builtInMaps: Record<"ten" | "four-groups", BuiltInMap> = {
  ten: {segments: defaultSegments, poolStates: {}, slide: {from: ["champions"], to: ["at_risk", "cant_lose"]}},
  "four-groups": {
    segments: fourGroups,
    poolStates: {prospect: {label: {tr: "Yeni üye", en: "New members"}}},
    slide: {from: ["regulars"], to: ["escaping"]},
  },
};
