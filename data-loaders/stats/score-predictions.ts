/** Customers who had bought equally often before, and what came of them. */
export interface PredictionClass {
  /** Repeat purchases before; the last class holds everybody with so many or more. */
  frequency: number;
  customers: number;
  actual: number;
  expected: number;
}

export interface PredictionScore {
  customers: number;
  actual: number;
  expected: number;
  /** Σ |expected − actual| over customers, by customers. */
  meanAbsoluteError: number;
  /** √ of the mean square of the same. */
  rootMeanSquareError: number;
  /** Σ |expected − actual| over classes, by what was actual; null where that is 0. */
  classError: number | null;
  classes: PredictionClass[];
}

/**
 * How well something was predicted of every customer, in total, one by one, and by class of frequency.
 *
 * @param frequency repeat purchases of each customer before, which make the classes 0, 1, … and `lastClass` or more
 * @throws RangeError without customers
 */
export function scorePredictions(
  expected: ArrayLike<number>,
  actual: ArrayLike<number>,
  frequency: ArrayLike<number>,
  lastClass = 7,
): PredictionScore {
  const customers = actual.length;
  if (customers === 0) throw new RangeError("missing customers: nothing was predicted");
  const classes = Array.from({length: lastClass + 1}, (_, i) => ({frequency: i, customers: 0, actual: 0, expected: 0}));
  let absolute = 0;
  let squares = 0;
  for (let i = 0; i < customers; i++) {
    const own = classes[Math.min(lastClass, frequency[i]!)]!;
    own.customers++;
    own.actual += actual[i]!;
    own.expected += expected[i]!;
    const error = expected[i]! - actual[i]!;
    absolute += Math.abs(error);
    squares += error * error;
  }
  const sum = (value: (own: PredictionClass) => number) => classes.reduce((all, own) => all + value(own), 0);
  const total = sum((own) => own.actual);
  return {
    customers,
    actual: total,
    expected: sum((own) => own.expected),
    meanAbsoluteError: absolute / customers,
    rootMeanSquareError: Math.sqrt(squares / customers),
    classError: total > 0 ? sum((own) => Math.abs(own.expected - own.actual)) / total : null,
    classes,
  };
}
