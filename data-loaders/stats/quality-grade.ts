export const grades = ["A", "B", "C", "D"] as const;
export type Grade = (typeof grades)[number];

/** Why data has the grade that it has, the gravest first where several weigh the same. */
export type Criterion = keyof typeof qualityLimits;

/**
 * Largest value for the grades A, B and C; above the last it is D. Shares are of the rows that could break the rule. `stale` is
 * days behind over the days that the feed's rhythm explains, `silent` days, `thin` the share of the usual volume that is
 * missing.
 */
export const qualityLimits = {
  stray: [0, 0, 0],
  rejected: [0.001, 0.01, 0.05],
  range: [0.001, 0.01, 0.05],
  orphan: [0.005, 0.02, 0.1],
  repeated: [0.02, 0.1, 0.3],
  needed: [0.05, 0.2, 0.5],
  stale: [1, 2, 4],
  silent: [0, 10, 20],
  thin: [0.5, 0.8, 0.95],
} as const satisfies Record<string, readonly [number, number, number]>;

/** A criterion's value and, for shares, how many rows stand behind it. */
export interface Finding {
  criterion: Criterion;
  value: number;
  rows?: number;
}

export interface GradedFinding {
  grade: Grade;
  /** What lowers the grade most; null for A. */
  worst: Finding | null;
}

/** One or two rows are no pattern. */
const FEW_ROWS = 2;

/** The grade of what was found: that of its worst finding. Fewer than three rows lower it to B at most. */
export function gradeFindings(findings: readonly Finding[]): GradedFinding {
  let grade = 0;
  let worst: Finding | null = null;
  for (const criterion of Object.keys(qualityLimits) as Criterion[])
    for (const finding of findings.filter((other) => other.criterion === criterion)) {
      const level = levelOf(finding);
      if (level <= grade) continue;
      grade = level;
      worst = finding;
    }
  return {grade: grades[grade]!, worst};
}

/** The worst of several grades, and where it is; what is not part of the sales counts as B at most. */
export function worstOf<T extends {grade: Grade; isSales: boolean}>(
  parts: readonly T[],
): {grade: Grade; part: T | null} {
  let grade: Grade = "A";
  let worst: T | null = null;
  for (const part of parts) {
    const own: Grade = part.isSales || part.grade === "A" ? part.grade : "B";
    if (own <= grade) continue;
    grade = own;
    worst = part;
  }
  return {grade, part: worst};
}

function levelOf({criterion, value, rows}: Finding): number {
  const level = qualityLimits[criterion].filter((limit) => value > limit).length;
  return criterion !== "stray" && rows !== undefined && rows <= FEW_ROWS ? Math.min(level, 1) : level;
}
