/** An eigenvalue and its vector of length 1. */
export interface Eigenpair {
  value: number;
  vector: Float64Array;
}

/**
 * The eigenvalues of a small symmetric matrix with their vectors, smallest first, by cyclic Jacobi rotations (Golub & Van
 * Loan 2013, 8.5).
 *
 * @param matrix by rows
 */
export function decomposeSymmetric(matrix: readonly ArrayLike<number>[]): Eigenpair[] {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = a.map((_, i) => new Float64Array(n).map((_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let rotations = 0;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const off = a[p]![q]!;
        if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(a[p]![p]! * a[q]![q]!)) || off === 0) continue;
        rotations++;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        const sine = tangent * cosine;
        for (const row of [...a, ...v]) rotate(row, p, q, cosine, sine);
        for (let k = 0; k < n; k++) {
          const x = a[p]![k]!;
          const y = a[q]![k]!;
          a[p]![k] = cosine * x - sine * y;
          a[q]![k] = sine * x + cosine * y;
        }
      }
    if (rotations === 0) break;
  }
  return a
    .map((row, i) => ({value: row[i]!, vector: Float64Array.from(v, (own) => own[i]!)}))
    .sort((left, right) => left.value - right.value);
}

function rotate(row: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const x = row[p]!;
  const y = row[q]!;
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}
