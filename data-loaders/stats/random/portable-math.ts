// Math.log, Math.exp and Math.pow may differ in the last bit between engines, and one bit is enough to change an order.
// Addition, multiplication, division and square root may not (IEEE 754), so these two are built from them alone.
const view = new DataView(new ArrayBuffer(8));
const {LN2, SQRT2} = Math;

/** The natural logarithm of a finite, positive, normal number, to about 1e-15, the same bits on every machine. */
export function ln(x: number): number {
  view.setFloat64(0, x);
  const high = view.getUint32(0);
  let exponent = (high >>> 20) - 1023;
  view.setUint32(0, (high & 0x000fffff) | 0x3ff00000);
  let mantissa = view.getFloat64(0);
  if (mantissa > SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let series = 0;
  for (let k = 21; k >= 1; k -= 2) series = series * square + 1 / k;
  return exponent * LN2 + 2 * s * series;
}

/** e to the power x for |x| < 700, to about 1e-15, the same bits on every machine. */
export function exp(x: number): number {
  const power = Math.round(x / LN2);
  const rest = x - power * LN2;
  let series = 1;
  for (let k = 14; k >= 1; k--) series = 1 + (rest / k) * series;
  view.setUint32(0, (power + 1023) << 20);
  view.setUint32(4, 0);
  return series * view.getFloat64(0);
}
