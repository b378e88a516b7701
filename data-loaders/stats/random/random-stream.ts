import {exp, ln} from "./portable-math.ts";

/**
 * A sequence of pseudo-random draws (sfc32), named by a seed, a purpose and an index. Every person and every entity has
 * streams of its own, so a further draw in one place changes nothing elsewhere.
 */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, purpose: string, index = 0) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < purpose.length; i++) hash = Math.imul(hash ^ purpose.charCodeAt(i), 0x01000193);
    this.#a = scramble(seed | 0);
    this.#b = scramble(hash);
    this.#c = scramble(index | 0);
    for (let i = 0; i < 12; i++) this.#next();
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** In (0, 1), both ends excluded. */
  uniform(): number {
    return (this.#next() + 0.5) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** A whole number from low to high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  /** Fills a list with whole numbers from 0 to high, the ones that `integer` would give one by one. */
  fill(target: Int32Array, high: number): void {
    // The state is kept in local variables: a bootstrap draws hundreds of millions of them.
    let [a, b, c, counter] = [this.#a, this.#b, this.#c, this.#counter];
    for (let i = 0; i < target.length; i++) {
      const sum = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      target[i] = Math.floor((((sum >>> 0) + 0.5) / 4294967296) * (high + 1));
    }
    [this.#a, this.#b, this.#c, this.#counter] = [a, b, c, counter];
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.uniform() * values.length)]!;
  }

  /** The index of the first cumulative weight above a uniform share of the last one. */
  pickCumulative(cumulative: ArrayLike<number>): number {
    const target = this.uniform() * cumulative[cumulative.length - 1]!;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  exponential(mean: number): number {
    return -ln(this.uniform()) * mean;
  }

  /** By Marsaglia's polar method. */
  normal(mean: number, deviation: number): number {
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) return mean + deviation * x * Math.sqrt((-2 * ln(square)) / square);
    }
  }

  /** Lognormal with the given median; sigma is the deviation of the logarithm. */
  lognormal(median: number, sigma: number): number {
    return median * exp(this.normal(0, sigma));
  }

  /** By Marsaglia and Tsang (2000). */
  gamma(shape: number, scale: number): number {
    if (shape < 1) return this.gamma(shape + 1, scale) * exp(ln(this.uniform()) / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal(0, 1);
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      if (ln(this.uniform()) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v * scale;
    }
  }
}

function scramble(value: number): number {
  let z = (value + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

/** Running sums, for pickCumulative. */
export function cumulate(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    sums[i] = sum;
  });
  return sums;
}
