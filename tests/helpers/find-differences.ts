interface Row {
  key?: unknown;
  value?: unknown;
}

/** Money that a table may withhold: a null is as good as the amount. */
export class Withholdable {
  readonly money: number;

  constructor(money: number) {
    this.money = money;
  }

  toJSON(): string {
    return `${this.money} or null`;
  }
}

/** The first ten differences between two tables. */
export function findDifferences(table: string, actual: readonly Row[], expected: readonly Row[]): string[] {
  const found = new Map(actual.map(({key, value}) => [String(key), value]));
  const wanted = new Map(expected.map(({key, value}) => [String(key), value]));
  const problems: string[] = [];
  if (found.size !== actual.length) problems.push(`${table}: ${actual.length - found.size} keys occur twice`);
  for (const [key, value] of wanted)
    if (!found.has(key)) problems.push(`${table}: ${key}: missing; expected ${JSON.stringify(value)}`);
    else if (!isSame(found.get(key), value))
      problems.push(`${table}: ${key}: got ${JSON.stringify(found.get(key))}, expected ${JSON.stringify(value)}`);
  for (const key of found.keys())
    if (!wanted.has(key)) problems.push(`${table}: ${key}: nobody expected it; got ${JSON.stringify(found.get(key))}`);
  return problems.length > 10 ? [...problems.slice(0, 10), `… and ${problems.length - 10} more`] : problems;
}

function isSame(actual: unknown, expected: unknown): boolean {
  if (expected instanceof Withholdable) return actual === null || actual === expected.money;
  if (!Array.isArray(actual) || !Array.isArray(expected)) return actual === expected;
  return actual.length === expected.length && actual.every((value, i) => isSame(value, expected[i]));
}
