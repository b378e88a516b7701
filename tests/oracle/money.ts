/** Money in ten-thousandths of the currency: integers, so that every sum is exact. */
export type Money = number;

const pattern = /^(-?)(\d+)(?:\.(\d{1,4}))?$/;

/** Reads `-12.345` exactly. */
export function parseMoney(text: string): Money {
  const match = pattern.exec(text);
  if (!match) throw new Error(`not an amount of money: ${text}`);
  const [, sign, whole, fraction = ""] = match;
  return exact(Number(`${sign}${whole}${fraction.padEnd(4, "0")}`));
}

/** Writes what `parseMoney` reads. */
export function formatMoney(money: Money): string {
  const digits = String(Math.abs(exact(money))).padStart(5, "0");
  return `${money < 0 ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** Adds up, refusing a total that a double cannot hold exactly. */
export function sum(amounts: Iterable<Money>): Money {
  let total = 0;
  for (const amount of amounts) total = exact(total + amount);
  return total;
}

function exact(money: number): Money {
  if (!Number.isSafeInteger(money)) throw new Error(`not a whole number of ten-thousandths: ${money}`);
  return money;
}
