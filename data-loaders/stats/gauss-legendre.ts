/**
 * The nodes and weights of Gauss–Legendre quadrature on [0, 1], exact for polynomials of degree 2n − 1 (Press et al. 2007,
 * 4.6.1).
 *
 * @param n number of nodes
 */
export function gaussLegendre(n: number): {nodes: Float64Array; weights: Float64Array} {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 100; iteration++) {
      let current = 1;
      let previous = 0;
      for (let k = 0; k < n; k++) [current, previous] = [((2 * k + 1) * x * current - k * previous) / (k + 1), current];
      slope = (n * (x * current - previous)) / (x * x - 1);
      const step = current / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    nodes[i] = (1 - x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return {nodes, weights};
}
