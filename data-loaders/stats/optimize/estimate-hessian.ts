import type {Objective} from "./minimize.ts";

/**
 * The second derivatives of a function at a point, by central differences of its gradient.
 *
 * @param step in every coordinate; the error is of its square
 * @returns the symmetric matrix, by rows
 */
export function estimateHessian(objective: Objective, point: Float64Array, step = 1e-4): Float64Array[] {
  const n = point.length;
  const slopesAt = (i: number, by: number) => {
    const gradient = new Float64Array(n);
    objective(
      point.map((x, k) => (k === i ? x + by : x)),
      gradient,
    );
    return gradient;
  };
  const rows = Array.from(point, (_, i) => {
    const above = slopesAt(i, step);
    const below = slopesAt(i, -step);
    return above.map((slope, j) => (slope - below[j]!) / (2 * step));
  });
  return rows.map((row, i) => row.map((slope, j) => (slope + rows[j]![i]!) / 2));
}
