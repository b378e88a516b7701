import type {Objective} from "./minimize.ts";

/**
 * Rows of a lower triangular matrix without zeros on its diagonal: a point is the matrix times its coordinates. Coordinates
 * along and across a ridge let a search that walks along it do so in one of them alone.
 */
export type Coordinates = readonly (readonly number[])[];

/** The point with these coordinates. */
export function findPoint(matrix: Coordinates, coordinates: ArrayLike<number>): Float64Array {
  return Float64Array.from(matrix, (row) => row.reduce((sum, factor, j) => sum + factor * coordinates[j]!, 0));
}

/** The coordinates of a point. */
export function findCoordinates(matrix: Coordinates, point: ArrayLike<number>): Float64Array {
  const coordinates = new Float64Array(matrix.length);
  matrix.forEach((row, i) => {
    const before = row.slice(0, i).reduce((sum, factor, j) => sum + factor * coordinates[j]!, 0);
    coordinates[i] = (point[i]! - before) / row[i]!;
  });
  return coordinates;
}

/** The same function of the coordinates. */
export function changeCoordinates(objective: Objective, matrix: Coordinates): Objective {
  const slopes = new Float64Array(matrix.length);
  return (coordinates, gradient) => {
    const value = objective(findPoint(matrix, coordinates), slopes);
    for (let j = 0; j < slopes.length; j++)
      gradient[j] = matrix.reduce((sum, row, i) => sum + (row[j] ?? 0) * slopes[i]!, 0);
    return value;
  };
}
